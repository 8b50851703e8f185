import { stateAim } from '../../src/aims/aim.service';
import { proposeChangeIdea, startTestingChangeIdea } from '../../src/aims/changeIdea.service';
import { addDriver } from '../../src/aims/driver.service';
import { startRamp } from '../../src/cycles/ramp.service';
import type { DefineMeasureInput } from '../../src/measures/measure.input';
import type { PublishedRecord, PublishedSource } from '../publishedRecord';
import { recordPublished, type Recorded } from '../publishedSources';
import type { Scribe } from '../scribe';
import { approved, start } from './actions';
import { freezeBaseline } from './charts';
import { measure } from './measures';
import { runCycle, type Story } from './ramp';

const ADVISER = 'IMPROVEMENT_ADVISER';

/**
 * Learning from elsewhere: what inspectors published about other areas is real; what Strathfinella does about it is
 * invented. The key message on older young people is answered by what they asked of one area.
 */
export async function learnFromElsewhere(scribe: Scribe, record: PublishedRecord): Promise<void> {
  const overview = await recordPublished(scribe, record, sourceOf(record, 'SRC-JI-2021-25'));
  const answering = record.recommendations.map((each) => (each.id === 'R-020' ? { ...each, finding_ids: ['F-031'] } : each));
  const all = await recordPublished(scribe, { ...record, recommendations: answering }, sourceOf(record, 'SRC-JI-HIGHLAND-2022'), {
    kind: 'OTHER_AREA_REVIEW',
    known: overview,
  });
  await answerKeyMessage(scribe, all);
}

async function answerKeyMessage(scribe: Scribe, recorded: Recorded): Promise<void> {
  const { aim } = await scribe.say(ADVISER, '2026-04-14', stateAim, {
    statement:
      'By 31 March 2027, 85 % of concerns about a young person aged 16 or 17 have an inter-agency discussion by the next working day.',
    population: 'Young people aged 16 and 17 about whom a concern is raised',
    baselineValue: 60,
    baselinePeriod: '2025',
    targetValue: 85,
    unit: '%',
    targetOn: '2027-03-31',
  });
  const { driver } = await scribe.say(ADVISER, '2026-04-14', addDriver, {
    aimId: aim.globalId,
    kind: 'PRIMARY',
    statement: 'Everyone who takes a call treats 16 and 17 year olds as children',
  });
  const idea = { statement: 'Ask the age first, and follow one path for all under 18.', driverIds: [driver.globalId] };
  const { changeIdea } = await scribe.say(ADVISER, '2026-04-21', proposeChangeIdea, { ...idea, degreeOfBelief: 'LOW' });
  const measureId = await measure(scribe, { ...discussed, aimId: aim.globalId }, discussedFigures);
  const action = await approved(scribe, '2026-04-28', {
    title: 'Respond to concerns about older young people as fast as to those about younger children',
    changeType: 'TEST_OF_CHANGE',
    findingIds: [recorded.get('F-031') ?? ''],
    recommendationIds: [recorded.get('R-020') ?? ''],
    intendedOutcome: 'A concern about a 16 or 17 year old is discussed between agencies by the next working day',
    leadAgencyId: scribe.agency('Police Scotland, Strathfinella Division'),
    leadRole: 'Detective inspector, public protection',
    dueOn: '2027-03-31',
    measureIds: [measureId],
    changeIdeaIds: [changeIdea.globalId],
  });
  await start(scribe, '2026-05-05', action);
  const based = { id: changeIdea.globalId, version: changeIdea.version };
  await scribe.say(ADVISER, '2026-05-05', startTestingChangeIdea, based);
  const { ramp } = await scribe.say(ADVISER, '2026-05-05', startRamp, {
    changeIdeaId: changeIdea.globalId,
    title: 'One path for all under 18',
  });
  for (const [i, story] of stories.entries()) {
    await runCycle(scribe, { rampId: ramp.globalId, measureId, story, learnedFromPrevious: stories[i - 1]?.learning });
  }
  await freezeBaseline(scribe, measureId, '2026-04-30');
}

function sourceOf(record: PublishedRecord, id: string): PublishedSource {
  const source = record.sources.find((each) => each.id === id);
  if (!source) throw new Error(`The published record has no ${id}.`);
  return source;
}

const discussed: DefineMeasureInput = {
  name: 'Concerns about 16 and 17 year olds discussed by the next working day',
  kind: 'OUTCOME',
  definition: {
    effectiveOn: '2024-01-01',
    statement:
      'Of the concerns of the month about a young person aged 16 or 17, those with an inter-agency discussion by the next working day.',
    calculation: 'PERCENTAGE',
    numeratorDefinition: 'Concerns discussed by the next working day',
    denominatorDefinition: 'Concerns about a young person aged 16 or 17',
    unit: '%',
    directionOfGood: 'HIGHER',
    goalValue: 85,
    goalOn: '2027-03-31',
    frequency: 'MONTHLY',
    collector: 'Data analyst',
  },
};

const discussedFigures = [
  ...([
    [11, 19],
    [12, 20],
    [10, 18],
    [13, 21],
    [12, 20],
    [11, 18],
    [9, 16],
    [12, 19],
    [13, 22],
    [12, 20],
    [11, 18],
    [10, 17],
  ] as const),
  ...([
    [12, 20],
    [11, 19],
    [13, 21],
    [12, 19],
    [13, 22],
    [12, 20],
    [10, 17],
    [12, 20],
    [13, 21],
    [12, 19],
    [11, 19],
    [10, 16],
  ] as const),
  ...([
    [12, 19],
    [13, 21],
    [12, 20],
    [13, 21],
    [15, 21],
    [15, 20],
    [13, 17],
    [16, 20],
    [17, 21],
    [16, 20],
  ] as const),
];

const stories: readonly Story[] = [
  {
    plan: {
      intent: 'TEST_CHANGE',
      objective: 'See whether asking the age first changes what happens next.',
      size: { scale: 'VERY_SMALL', childrenOrEpisodes: 5, staff: 2, teams: 1, sites: 1 },
      tasks: [{ what: 'Ask the age first and follow the path for under 18', who: 'Two call takers', whenText: 'For two weeks' }],
      plannedData: [{ what: 'Time from call to discussion', how: 'Log of the referral desk', collector: 'Team leader' }],
    },
    question: 'Does the discussion happen by the next working day?',
    prediction: { text: 'Four of five are discussed in time.', lower: 70, upper: 90, confidence: 0.6 },
    plannedOn: '2026-05-05',
    from: '2026-05-11',
    to: '2026-05-25',
    observations: [
      { text: 'All five were discussed in time.' },
      { text: 'Two callers did not know the age.', wasExpected: false },
    ],
    verdict: 'MET',
    learning: 'Where the age is not known the path has to say: treat as under 18.',
    decision: 'ADAPT',
    rationale: 'Works for two call takers; the rule for an unknown age is needed.',
    nextStep: 'The whole referral desk, with the rule.',
  },
  {
    plan: {
      intent: 'TEST_CHANGE',
      objective: 'See whether the whole desk can follow one path.',
      size: { scale: 'SMALL', childrenOrEpisodes: 40, staff: 12, teams: 1, sites: 1 },
      tasks: [{ what: 'Follow the one path', who: 'Referral desk', whenText: 'June and July' }],
      plannedData: [{ what: 'Concerns discussed in time', how: 'Register', collector: 'Data analyst' }],
    },
    question: 'Does it hold for the whole desk?',
    prediction: { text: 'At least three in four are discussed in time.', lower: 75, upper: 85, confidence: 0.6 },
    plannedOn: '2026-05-26',
    from: '2026-06-01',
    to: '2026-07-31',
    observations: [{ text: '28 of 37 were discussed in time.' }],
    verdict: 'MET',
    learning: 'Weekends are the gap that is left.',
    decision: 'ADAPT',
    rationale: 'The prediction held; weekends need their own test.',
    nextStep: 'The weekend rota.',
  },
];
