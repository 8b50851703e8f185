import { recordFinding, respondToFinding } from '../../src/findings/finding.service';
import { Finding } from '../../src/findings/finding.entity';
import type { RecordFindingInput } from '../../src/findings/finding.input';
import { toGlobalId } from '../../src/kernel/globalId';
import { recordRecommendation, respondToRecommendation } from '../../src/recommendations/recommendation.service';
import type { Recommendation } from '../../src/recommendations/recommendation.entity';
import type { RecordLearningSourceInput } from '../../src/sources/source.input';
import { recordLearningSource } from '../../src/sources/source.service';
import { foundRestrictedGroup } from '../../src/tiers/restrictedGroup.service';
import { qualityFramework } from '../referenceData';
import { stableId } from '../reference';
import type { Scribe } from '../scribe';

export const themeId = (code: string): string => toGlobalId('Theme', stableId(`theme ${code}`));
const indicatorId = (code: string): string =>
  toGlobalId('QualityIndicator', stableId(`indicator ${qualityFramework.edition} ${code}`));

export interface Learning {
  readonly earlier: Finding;
  readonly coreGroups: Finding;
  readonly coreGroupsAdvice: Recommendation;
  readonly chronologies: Finding;
  readonly challenge: Finding;
  readonly telling: Finding;
  /** Told when its day has come, long after the others. */
  readonly outcomes: () => Promise<Finding>;
}

/** What the partnership asked and heard is for the partnership; a review that is not published is the committee's. */
const OPEN = { visibility: 'PARTNERSHIP' } as const;
const PUBLISHED = { visibility: 'PUBLIC' } as const;

type FindingFacts = Omit<RecordFindingInput, 'sourceId' | 'primaryThemeId' | 'indicatorIds' | 'polarity'> & {
  readonly themes: readonly [string, ...string[]];
  readonly indicator: string;
};

/** The sources the committee learns from, one of nearly every kind, and what each found. */
export async function recordLearning(scribe: Scribe): Promise<Learning> {
  const earlier = await earlierReview(scribe);
  const review = await learningReview(scribe);
  const chronologies = await accepted(scribe, '2025-03-11', audit, {
    statement: 'In files about neglect there is often no chronology, so that harm that builds up over time is not seen.',
    why: 'Each service keeps its own record and nobody is asked to bring them together.',
    themes: ['A3', 'B1'],
    ...OPEN,
    indicator: '5.2',
  });
  const challenge = await accepted(scribe, '2025-06-03', survey, {
    statement: 'Staff are not confident in challenging a decision of another service.',
    reach: 'Four in ten of those who answered, in every service.',
    themes: ['A11'],
    ...OPEN,
    indicator: '3.1',
  });
  const telling = await accepted(scribe, '2025-09-02', feedback, {
    statement: 'Children say that they are not told what happens next after a planning meeting.',
    themes: ['E4'],
    ...OPEN,
    indicator: '5.4',
  });
  const outcomes = () =>
    accepted(scribe, '2026-02-10', inspection, {
      kind: 'PRIORITY_AREA_FOR_IMPROVEMENT',
      statement: 'The partnership cannot yet show what difference its work makes to the safety and wellbeing of children.',
      themes: ['E3'],
      indicator: '1.1',
      repeatOfId: earlier.globalId,
      ...PUBLISHED,
    });
  return { earlier, ...review, chronologies, challenge, telling, outcomes };
}

async function earlierReview(scribe: Scribe): Promise<Finding> {
  const facts = {
    statement: 'Plans list what was done, not whether it helped the child.',
    themes: ['E3'] as const,
    indicator: '1.1',
  };
  return accepted(scribe, '2019-11-05', pastReview, facts);
}

async function learningReview(scribe: Scribe): Promise<Pick<Learning, 'coreGroups' | 'coreGroupsAdvice'>> {
  const { source } = await scribe.say('LEAD_OFFICER', '2024-09-03', recordLearningSource, review);
  const coreGroups = await acceptedIn(scribe, '2024-09-03', source.globalId, {
    statement: 'Initial core groups meet late and key people are missing, so that a child’s plan starts late.',
    why: 'The date is looked for only after the planning meeting, when diaries are full.',
    reach: 'In four of ten registrations over the year before.',
    themes: ['A4'],
    indicator: '5.3',
  });
  const { recommendation } = await scribe.say('LEAD_OFFICER', '2024-09-03', recordRecommendation, {
    sourceId: source.globalId,
    findingIds: [coreGroups.globalId],
    publishedRef: 'Suggested strategy 1',
    text: 'Make sure that the initial core group meets within 15 working days with everyone who delivers the plan.',
    addressee: 'The partnership',
  });
  const answer = { id: recommendation.globalId, version: 1, answer: 'ACCEPTED' } as const;
  const responded = await scribe.say('CHAIR', '2024-09-17', respondToRecommendation, answer);
  await restrictedFinding(scribe, source.globalId);
  return { coreGroups, coreGroupsAdvice: responded.recommendation };
}

/** One finding of the review is so particular that only those who steer the review may read it. */
async function restrictedFinding(scribe: Scribe, sourceId: string): Promise<void> {
  const { group } = await scribe.say('LEAD_OFFICER', '2024-09-03', foundRestrictedGroup, {
    name: 'Steering group of the Learning Review 2024',
    purpose: 'To see the review through to its end, with what cannot be told more widely.',
    memberIds: [scribe.member('CHAIR'), scribe.member('LEAD_OFFICER'), scribe.member('CHIEF_OFFICER')],
  });
  const finding = await acceptedIn(scribe, '2024-09-03', sourceId, {
    statement: 'One service had closed its part in the plan while the others still relied on it.',
    themes: ['A4'],
    indicator: '5.3',
    visibility: 'RESTRICTED',
    restrictedGroupId: group.globalId,
  });
  // The lead officer looks at it again before the meeting, which leaves a line in the log of reads.
  await scribe.read(async (store) => (await store.find(Finding, finding.id))?.statement);
}

async function accepted(scribe: Scribe, day: string, facts: RecordLearningSourceInput, finding: FindingFacts): Promise<Finding> {
  const { source } = await scribe.say('LEAD_OFFICER', day, recordLearningSource, facts);
  return acceptedIn(scribe, day, source.globalId, finding);
}

async function acceptedIn(
  scribe: Scribe,
  day: string,
  sourceId: string,
  { themes, indicator, ...facts }: FindingFacts,
): Promise<Finding> {
  const [primary, ...others] = themes;
  const { finding } = await scribe.say('LEAD_OFFICER', day, recordFinding, {
    ...facts,
    sourceId,
    polarity: 'CONCERN',
    primaryThemeId: themeId(primary),
    themeIds: others.map(themeId),
    indicatorIds: [indicatorId(indicator)],
  });
  return (await scribe.say('CHAIR', day, respondToFinding, { id: finding.globalId, version: 1, answer: 'ACCEPTED' })).finding;
}

const pastReview: RecordLearningSourceInput = {
  kind: 'SIGNIFICANT_CASE_REVIEW',
  title: 'Significant Case Review 2019',
  isReported: true,
  publishedYear: 2019,
  review: { methodology: 'SCIE_LEARNING_TOGETHER', decision: 'PROCEED', decisionYear: 2018, subjectYear: 2017 },
};

const review: RecordLearningSourceInput = {
  kind: 'LEARNING_REVIEW',
  title: 'Learning Review 2024',
  isReported: true,
  publishedYear: 2024,
  review: {
    methodology: 'SYSTEMS_APPROACH',
    decision: 'PROCEED',
    decisionYear: 2023,
    subjectYear: 2022,
    timescaleRule: 'Local protocol',
  },
};

const audit: RecordLearningSourceInput = {
  ...OPEN,
  kind: 'MULTI_AGENCY_AUDIT',
  title: 'Audit of files about neglect',
  publishedYear: 2025,
  audit: { standard: 'A current, shared chronology is on file', sampleSize: 60, compliantCount: 26 },
};

const survey: RecordLearningSourceInput = {
  ...OPEN,
  kind: 'STAFF_SURVEY',
  title: 'Staff survey on working together',
  publishedYear: 2025,
  consultation: { method: 'QUESTIONNAIRE', respondents: 212, invited: 540, population: 'Front-line staff of all agencies' },
};

const feedback: RecordLearningSourceInput = {
  ...OPEN,
  kind: 'USER_FEEDBACK',
  title: 'What children say about planning meetings',
  publishedYear: 2025,
  consultation: { method: 'MIXED', respondents: 38, population: 'Children and young people with a plan' },
};

const inspection: RecordLearningSourceInput = {
  ...PUBLISHED,
  kind: 'JOINT_INSPECTION',
  title: 'Joint inspection of services for children at risk of harm',
  publisher: 'An invented inspection, in the manner of the Care Inspectorate',
  publishedYear: 2026,
  inspection: {
    body: 'Care Inspectorate',
    programme: 'Children and young people at risk of harm',
    frameworkId: toGlobalId('QualityFramework', stableId(`framework ${qualityFramework.edition}`)),
    evaluations: [{ indicatorId: indicatorId('2.1'), grade: 3, gradeLabel: 'Adequate' }],
  },
};
