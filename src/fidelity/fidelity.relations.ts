import { Aim } from '../aims/aim.entity';
import type { Context } from '../api/context';
import { relation, type ResolverClass } from '../api/relations';
import { Committee } from '../committees/committee.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import type { RowReads } from '../store/rowReads';
import type { Node, RowType } from '../store/row';
import { Calibration, shownCalibration } from './calibration.type';
import { FidelityProfile } from './fidelity.type';
import { judgedAim, judgedCommittee, judgedCycle, judgedRamp, type Judged } from './judged.reading';
import { calibrationOf, leadOf } from './profile.rules';
import { withheldOf } from './practice.reading';
import { shownProfile } from './shownProfile';
import { hidesProfile, sentenceOf } from './withheld.rules';

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

const OF_ONE =
  'Where every cycle that is led has the same lead, it shows the cycles of that one person: then it is null for programs, and without its calibration (F22) for members they do not share their practice with.';

/** The profile of work that is the committee's: what was done is open to it, how well one person foresees is that person's. */
function workFidelity<O extends Node>(owner: RowType<O>, judges: Judges<O>, description: string): ResolverClass[] {
  const found = async (row: O, ctx: Context) => {
    const judged = await judges(ctx.store, row);
    return { judged, withheld: await withheldOf(ctx, leadOf(judged.scope)) };
  };
  return [
    relation(owner, 'fidelity', {
      type: isProfile,
      nullable: true,
      description: `${description} ${OF_ONE}`,
      resolve: async (row, ctx) => {
        const { judged, withheld } = await found(row, ctx);
        return hidesProfile(withheld) ? null : shownProfile(judged, withheld);
      },
    }),
    relation(owner, 'calibration', {
      type: () => Calibration,
      nullable: true,
      description:
        'How well the predictions of these cycles come true, and how sure people were of them. Null where every cycle that is led has the same lead and that member does not share their practice with you.',
      resolve: async (row, ctx) => {
        const { judged, withheld } = await found(row, ctx);
        return withheld ? null : shownCalibration(calibrationOf(judged.scope));
      },
    }),
    relation(owner, 'fidelityWithheldBecause', {
      type: () => String,
      nullable: true,
      description: 'Why its calibration, and for a program its fidelity too, is not shown to you; null when all is.',
      resolve: async (row, ctx) => sentenceOf((await found(row, ctx)).withheld),
    }),
  ];
}

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
