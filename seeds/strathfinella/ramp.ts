import type { PdsaCycle } from '../../src/cycles/cycle.entity';
import { closeCycle, finishDoing, startCycle, studyCycle } from '../../src/cycles/cycle.service';
import { addAddendum } from '../../src/cycles/cycleRecord.service';
import { planCycle } from '../../src/cycles/cyclePlan.service';
import type { PlanCycleInput } from '../../src/cycles/cyclePlan.input';
import type { CycleDecision, PredictionVerdict } from '../../src/cycles/cycle.enums';
import { startRamp } from '../../src/cycles/ramp.service';
import type { Scribe } from '../scribe';

const ADVISER = 'IMPROVEMENT_ADVISER';

/** A cycle from plan to decision, as the adviser logged it. */
export interface Story {
  readonly plan: Omit<PlanCycleInput, 'rampId' | 'questions'>;
  readonly question: string;
  readonly prediction: { readonly text: string; readonly lower: number; readonly upper: number; readonly confidence: number };
  readonly plannedOn: string;
  readonly from: string;
  readonly to: string;
  readonly observations: readonly { readonly text: string; readonly wasExpected?: boolean }[];
  readonly verdict: PredictionVerdict;
  readonly learning: string;
  readonly decision: CycleDecision;
  readonly rationale: string;
  readonly nextStep: string;
}

/** The four tests of holding the date in every diary: one chair, three chairs, two localities, everywhere. */
export async function runDiaryHoldRamp(scribe: Scribe, changeIdeaId: string, measureId: string): Promise<readonly PdsaCycle[]> {
  const { ramp } = await scribe.say(ADVISER, '2025-02-04', startRamp, {
    changeIdeaId,
    title: 'Diary hold at the planning meeting',
  });
  const cycles: PdsaCycle[] = [];
  for (const [i, story] of stories.entries()) {
    const learnedFromPrevious = stories[i - 1]?.learning;
    cycles.push(await runCycle(scribe, { rampId: ramp.globalId, measureId, story, learnedFromPrevious }));
  }
  const [first] = cycles;
  if (first)
    await scribe.say(ADVISER, '2025-03-11', addAddendum, {
      cycleId: first.globalId,
      text: 'The fourth meeting of the month was set in the meeting too.',
    });
  return cycles;
}

interface StoryInRamp {
  readonly rampId: string;
  readonly measureId: string;
  readonly story: Story;
  /** What the story before it taught. */
  readonly learnedFromPrevious?: string | undefined;
}

export async function runCycle(
  scribe: Scribe,
  { rampId, measureId, story, learnedFromPrevious }: StoryInRamp,
): Promise<PdsaCycle> {
  const { text, ...range } = story.prediction;
  const prediction = { text, measureId, direction: 'INCREASE' as const, ...range, horizonOn: story.to };
  const { cycle } = await scribe.say(ADVISER, story.plannedOn, planCycle, {
    ...story.plan,
    ...{ rampId, learnedFromPrevious, plannedEndOn: story.to, changesAtOnce: 1 },
    questions: [{ text: story.question, predictions: [prediction] }],
    measureIds: [measureId],
    leadMemberId: scribe.member(ADVISER),
  });
  const started = await scribe.say(ADVISER, story.from, startCycle, based(cycle));
  const done = await scribe.say(ADVISER, story.to, finishDoing, {
    ...based(started.cycle),
    carriedOutAsPlanned: true,
    observations: [...story.observations],
  });
  const predictionId = await scribe.firstPrediction(cycle);
  const studied = await scribe.say(ADVISER, story.to, studyCycle, {
    ...based(done.cycle),
    comparisons: [{ predictionId, verdict: story.verdict }],
    learning: story.learning,
  });
  const { decision, rationale, nextStep } = story;
  return (await scribe.say(ADVISER, story.to, closeCycle, { ...based(studied.cycle), decision, rationale, nextStep })).cycle;
}

const based = ({ globalId, version }: PdsaCycle): { id: string; version: number } => ({ id: globalId, version });

const stories: readonly Story[] = [
  {
    plan: {
      intent: 'TEST_CHANGE',
      objective: 'See whether one chair can set the date before people leave.',
      ...{ degreeOfBelief: 'LOW', costOfFailure: 'SMALL', readiness: 'INDIFFERENT' },
      size: { scale: 'SINGLE', childrenOrEpisodes: 3, staff: 1, teams: 1, sites: 1 },
      tasks: [
        {
          what: 'Bring every diary to the meeting and set the date',
          who: 'Planning meeting chair',
          whenText: 'Next three meetings',
        },
      ],
      plannedData: [
        { what: 'Whether a date was set before people left', how: 'A tick on the agenda', collector: 'Minute taker' },
      ],
    },
    question: 'Can the date be set in the meeting itself?',
    prediction: { text: 'A date is set in two of three meetings.', lower: 50, upper: 80, confidence: 0.7 },
    plannedOn: '2025-02-04',
    from: '2025-02-10',
    to: '2025-02-28',
    observations: [
      { text: 'A date was set in all three meetings and took four minutes.' },
      { text: 'Health staff had no diary with them.', wasExpected: false },
    ],
    verdict: 'MET',
    learning: 'It can be done, but only if people are told beforehand to bring their diaries.',
    decision: 'ADAPT',
    rationale: 'Works for one chair; the invitation has to ask for diaries.',
    nextStep: 'Three chairs, with the request in the invitation.',
  },
  {
    plan: {
      intent: 'TEST_CHANGE',
      objective: 'See whether it works for chairs who did not invent it.',
      size: { scale: 'SMALL', childrenOrEpisodes: 11, staff: 3, teams: 3, sites: 2 },
      tasks: [{ what: 'Ask for diaries in the invitation', who: 'Business support', whenText: 'Every invitation in May' }],
      plannedData: [{ what: 'Core groups within 15 working days', how: 'Register', collector: 'Data analyst' }],
    },
    question: 'Does it work for three chairs?',
    prediction: { text: 'Three in four core groups are in time.', lower: 70, upper: 85, confidence: 0.6 },
    plannedOn: '2025-04-22',
    from: '2025-05-06',
    to: '2025-06-30',
    observations: [{ text: 'Eight of eleven were in time.' }, { text: 'One chair forgot twice.', wasExpected: false }],
    verdict: 'MET',
    learning: 'It depends on the agenda: where the date is an item of its own it is not forgotten.',
    decision: 'ADAPT',
    rationale: 'Put the date on the standard agenda before going wider.',
    nextStep: 'Two localities with the new agenda.',
  },
  {
    plan: {
      intent: 'TEST_CHANGE',
      objective: 'See whether the agenda carries it in whole localities.',
      size: { scale: 'MULTI_TEAM', childrenOrEpisodes: 34, staff: 9, teams: 6, sites: 2 },
      tasks: [{ what: 'Use the new agenda', who: 'All chairs of two localities', whenText: 'September to November' }],
      plannedData: [{ what: 'Core groups within 15 working days', how: 'Register', collector: 'Data analyst' }],
    },
    question: 'Does the agenda carry the change in two localities?',
    prediction: { text: 'Nine in ten core groups are in time.', lower: 88, upper: 96, confidence: 0.5 },
    plannedOn: '2025-08-19',
    from: '2025-09-01',
    to: '2025-11-28',
    observations: [{ text: '28 of 34 were in time.' }, { text: 'Late ones fell into the school holidays.', wasExpected: false }],
    verdict: 'PARTLY',
    learning: 'Holidays need a deputy for each core group member, named in the meeting.',
    decision: 'ADAPT',
    rationale: 'Better than before but short of the prediction; holidays are the reason.',
    nextStep: 'All localities, with named deputies.',
  },
  {
    plan: {
      intent: 'IMPLEMENT_CHANGE',
      objective: 'Make it the way all localities work.',
      ...{ degreeOfBelief: 'HIGH', costOfFailure: 'SMALL', readiness: 'READY' },
      size: { scale: 'WHOLE_SYSTEM', childrenOrEpisodes: 120, staff: 40, teams: 18, sites: 5 },
      tasks: [
        { what: 'Issue agenda and guidance', who: 'Lead officer', whenOn: '2026-02-02' },
        { what: 'Name deputies in every meeting', who: 'All chairs', whenText: 'From February 2026' },
      ],
      plannedData: [{ what: 'Core groups within 15 working days', how: 'Register', collector: 'Data analyst' }],
    },
    question: 'Does it hold everywhere?',
    prediction: { text: 'At least 85 % of core groups are in time.', lower: 85, upper: 95, confidence: 0.7 },
    plannedOn: '2026-01-20',
    from: '2026-02-02',
    to: '2026-06-30',
    observations: [{ text: 'Every month since March was above the old median.' }],
    verdict: 'MET',
    learning: 'The change holds when it is part of the agenda and deputies are named.',
    decision: 'ADOPT',
    rationale: 'Prediction met over five months in all localities.',
    nextStep: 'Part of the local procedure from September 2026; the measure goes on.',
  },
];
