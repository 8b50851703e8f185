import { Aim } from '../aims/aim.entity';
import type { Context } from '../api/context';
import { Disclosure, disclosure } from '../api/disclosure.type';
import { countsHiddenBecause } from '../api/protectedNumbers';
import { relation, type ResolverClass } from '../api/relations';
import { Committee } from '../committees/committee.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import type { SuppressionReason } from '../disclosure/disclosed';
import type { RowReads } from '../store/rowReads';
import type { Node, RowType } from '../store/row';
import { Calibration, shownCalibration } from './calibration.type';
import { FidelityProfile } from './fidelity.type';
import { judgedAim, judgedCommittee, judgedCycle, judgedRamp, type Judged } from './judged.reading';
import { calibrationOf } from './profile.rules';
import { sentenceOf, withheldOf } from './practice.reading';
import { shownProfile } from './shownProfile';

const isProfile = () => FidelityProfile;

/**
 * Counts of tests overlap: a ramp is part of an aim, an aim of the committee, and the criteria of each other. They are no
 * publication, so none of them is for readers below analyst.
 */
const hiddenBecause = countsHiddenBecause;

/** A cycle that somebody leads is for those whom they show their practice to. */
const ofCycleHiddenBecause = ({ leadMemberId }: PdsaCycle, ctx: Context): Promise<SuppressionReason | null> =>
  leadMemberId === null ? hiddenBecause(ctx) : Promise.resolve(null);

/** One cycle is one person's practice where somebody leads it, and shown as that is. */
const cycleFidelity = [
  relation(PdsaCycle, 'fidelity', {
    type: isProfile,
    nullable: true,
    description:
      'How far it keeps to the method; its ramp is judged whole. Where a member leads it, it is for that member and those they share their practice with (sharePractice), and null for others.',
    resolve: async (cycle, ctx) =>
      (await withheldOf(ctx, cycle.leadMemberId)) || (await ofCycleHiddenBecause(cycle, ctx))
        ? null
        : shownProfile(await judgedCycle(ctx.store, cycle)),
  }),
  relation(PdsaCycle, 'fidelityDisclosure', {
    type: () => Disclosure,
    description: 'Whether the numbers of its fidelity are shown to you. Where a member leads it, that is for them to say.',
    resolve: async (cycle, ctx) => disclosure(await ofCycleHiddenBecause(cycle, ctx)),
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
    nullable: true,
    description,
    resolve: async (row, ctx) => ((await hiddenBecause(ctx)) ? null : shownProfile(await judges(ctx.store, row))),
  }),
  relation(owner, 'calibration', {
    type: () => Calibration,
    nullable: true,
    description:
      'How well the predictions of these cycles come true, and how sure people were of them. Null where it is not shown to you.',
    resolve: async (row, ctx) =>
      (await hiddenBecause(ctx)) ? null : shownCalibration(calibrationOf((await judges(ctx.store, row)).scope)),
  }),
  relation(owner, 'fidelityDisclosure', {
    type: () => Disclosure,
    description: 'Whether fidelity and calibration are shown to you.',
    resolve: async (_, ctx) => disclosure(await hiddenBecause(ctx)),
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
