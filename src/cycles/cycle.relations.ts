import { Int } from 'type-graphql';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { relation, rootList, toFew, toFewThrough, toMany, toOne, toOneBack } from '../api/relations';
import { Measure } from '../measures/measure.entity';
import { Member } from '../members/member.entity';
import { PdsaCycle } from './cycle.entity';
import { pdsaCycles } from './cycle.lists';
import { cycleLabel } from './cycle.rules';
import { earlier, later, measuredBy, measuring } from './cycleLinks.entity';
import { recordRelations } from './cycleRecord.relations';
import { PlanSeal } from './planSeal.entity';
import { TestSize } from './planning.enums';
import { PdsaRamp } from './ramp.entity';
import { testedChildrenRelations } from './testedChildren.relations';
import { scaleRank, suggestedTestSize } from './testSize.rules';

const thread = [
  relation(ChangeIdea, 'ramps', toFew(PdsaRamp, 'changeIdeaId', ['number'], 'The series of tests it went through.')),
  relation(ChangeIdea, 'cycles', toMany(pdsaCycles, { by: 'changeIdeaId' }, 'The PDSA cycles that test it, over all its ramps.')),
  relation(
    PdsaRamp,
    'changeIdea',
    toOne(() => ChangeIdea, 'changeIdeaId', 'The change idea it tests.'),
  ),
  relation(PdsaRamp, 'cycles', toFew(PdsaCycle, 'rampId', ['position'], 'Its cycles, in their places.')),
  relation(
    PdsaCycle,
    'ramp',
    toOne(() => PdsaRamp, 'rampId', 'The ramp it belongs to.'),
  ),
  relation(
    PdsaCycle,
    'changeIdea',
    toOne(() => ChangeIdea, 'changeIdeaId', 'The change idea it tests.'),
  ),
  relation(PdsaCycle, 'measures', toFewThrough(Measure, measuring, ['ref'], 'The measures that show what it does.')),
  relation(Measure, 'cycles', toMany(pdsaCycles, measuredBy, 'The PDSA cycles whose effect it shows.')),
];

const around = [
  relation(
    PdsaCycle,
    'predecessors',
    toFewThrough(PdsaCycle, earlier, ['recordedAt', 'position'], 'The cycles it starts from: several where ramps merge.'),
  ),
  relation(
    PdsaCycle,
    'successors',
    toFewThrough(PdsaCycle, later, ['recordedAt', 'position'], 'The cycles that start from it: several where a ramp branches.'),
  ),
  relation(
    PdsaCycle,
    'lead',
    toOne(() => Member, 'leadMemberId', 'The member who leads it.', 'nullable'),
  ),
  relation(Member, 'ledCycles', toMany(pdsaCycles, { by: 'leadMemberId' }, 'The PDSA cycles this member leads.')),
  relation(PdsaCycle, 'seal', toOneBack(PlanSeal, 'cycleId', 'The seal of its plan and predictions; null before Do.')),
  relation(
    PlanSeal,
    'cycle',
    toOne(() => PdsaCycle, 'cycleId', 'The cycle whose plan it seals.'),
  ),
  relation(PdsaCycle, 'scaleRank', {
    type: () => Int,
    nullable: true,
    description: 'The rank of its scale, from 0 for SINGLE to 5 for WHOLE_SYSTEM; null while the scale is not stated.',
    resolve: ({ scale }) => scale && scaleRank[scale],
  }),
  relation(PdsaCycle, 'suggestedTestSize', {
    type: () => TestSize,
    nullable: true,
    description:
      'How large a test its belief, cost of failure and readiness suggest; null while one of them is not stated. Advice only.',
    resolve: ({ degreeOfBelief: belief, costOfFailure, readiness }) => suggestedTestSize({ belief, costOfFailure, readiness }),
  }),
  relation(PdsaCycle, 'label', {
    type: () => String,
    description: 'How people call it: the number of its ramp and a letter for its place, for example 1a, 1b, 2a.',
    resolve: async ({ rampId, position }, ctx) => {
      const ramp = await ctx.store.find(PdsaRamp, rampId);
      return ramp && cycleLabel(ramp.number, position);
    },
  }),
];

export const cycleRelations = [
  rootList('pdsaCycles', pdsaCycles, 'The PDSA cycles of your committee.'),
  ...thread,
  ...around,
  ...recordRelations,
  ...testedChildrenRelations,
];
