import { Aim } from '../aims/aim.entity';
import { relation, type ResolverClass } from '../api/relations';
import { Committee } from '../committees/committee.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import type { RowReads } from '../store/rowReads';
import type { Node, RowType } from '../store/row';
import { Calibration, shownCalibration } from './calibration.type';
import { FidelityProfile } from './fidelity.type';
import { judgedAim, judgedCommittee, judgedCycle, judgedRamp, type Judged } from './judged.reading';
import { calibrationOf } from './profile.rules';
import { sentenceOf, withheldOf } from './practice.reading';
import { shownProfile } from './shownProfile';

const isProfile = () => FidelityProfile;

/** One cycle is one person's practice where somebody leads it, and shown as that is. */
const cycleFidelity = [
  relation(PdsaCycle, 'fidelity', {
    type: isProfile,
    nullable: true,
    description:
      'How far it keeps to the method; its ramp is judged whole. Where a member leads it, it is for that member and those they share their practice with (sharePractice), and null for others.',
    resolve: async (cycle, ctx) =>
      (await withheldOf(ctx, cycle.leadMemberId)) ? null : shownProfile(await judgedCycle(ctx.store, cycle)),
  }),
  relation(PdsaCycle, 'fidelityWithheldBecause', {
    type: () => String,
    nullable: true,
    description: 'Why its fidelity is not shown to you; null when it is.',
    resolve: async (cycle, ctx) => sentenceOf(await withheldOf(ctx, cycle.leadMemberId)),
  }),
];

type Judges<O> = (reads: RowReads, owner: O) => Promise<Judged>;

/** The profile of work that is the committee's own, whoever did it. */
const workFidelity = <O extends Node>(owner: RowType<O>, judges: Judges<O>, description: string): ResolverClass[] => [
  relation(owner, 'fidelity', {
    type: isProfile,
    // Never null, but of the same type as that of a cycle, so that one query can ask it of whatever an id stands for.
    nullable: true,
    description,
    resolve: async (row, ctx) => shownProfile(await judges(ctx.store, row)),
  }),
  relation(owner, 'calibration', {
    type: () => Calibration,
    description: 'How well the predictions of these cycles come true, and how sure people were of them.',
    resolve: async (row, ctx) => shownCalibration(calibrationOf((await judges(ctx.store, row)).scope)),
  }),
];

export const fidelityRelations = [
  ...cycleFidelity,
  ...workFidelity(PdsaRamp, judgedRamp, 'How far its cycles keep to the method.'),
  ...workFidelity(
    Aim,
    judgedAim,
    'How far cycles keep to the method, over the ramps of the change ideas that serve its drivers.',
  ),
  ...workFidelity(
    Committee,
    judgedCommittee,
    'How far cycles keep to the method, over all its ramps. It cannot be asked for one person: see Member.practice.',
  ),
];
