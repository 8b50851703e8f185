import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';

export interface ProgressStep {
  readonly score: number;
  readonly name: string;
  readonly definition: string;
}

const step = (score: number, name: string, definition: string): ProgressStep => ({ score, name, definition });

/**
 * IHI Assessment Scale for Collaboratives, as Life QI publishes it for self-assessment (domain.md §7, S42 and S43), in our words.
 * People give the score and date it; it is never computed.
 */
export const progressSteps: readonly ProgressStep[] = [
  step(0.5, 'Intent to participate', 'The project has been named; there is no charter and no team yet.'),
  step(
    1,
    'Charter and team established',
    'The charter is complete and reviewed, and people are assigned; no work has been done.',
  ),
  step(1.5, 'Planning begun', 'The project is being organised: resources, first focus, materials, meetings.'),
  step(
    2,
    'Activity, but no changes',
    'The team is learning: baseline data, study of processes, surveys. No change has been tested.',
  ),
  step(
    2.5,
    'Changes tested, but no improvement',
    'Changes are being tested. Most goals have a measure that is charted with its target.',
  ),
  step(
    3,
    'Modest improvement',
    'Some tests succeeded; some small-scale implementation; anecdotal evidence; about 20% of expected results.',
  ),
  step(3.5, 'Improvement', 'Testing and implementation go on, and measures are moving towards the goals.'),
  step(
    4,
    'Significant improvement',
    'Major parts of the system are done and implementation has begun; goals are at least 50% achieved.',
  ),
  step(4.5, 'Sustainable improvement', 'Key measures indicate that the improvement is sustained.'),
  step(5, 'Outstanding sustainable results', 'All goals are met, and the organisational changes are permanent.'),
];

export const progressStepOf = (score: number): ProgressStep | undefined => progressSteps.find((one) => one.score === score);

/** @throws RULE_BROKEN for a score that is not on the scale, or a day that has not come */
export function requireProgressScore(score: number, assessedOn: LocalDate, today: LocalDate): ProgressStep {
  const found = progressStepOf(score);
  if (!found) throw ruleBroken('progressScore.scale', 'A progress score goes from 0.5 to 5.0 in steps of 0.5.', 'input.score');
  if (assessedOn > today) {
    throw ruleBroken(
      'progressScore.dayAhead',
      `${assessedOn} has not come yet; a score says how things stand.`,
      'input.assessedOn',
    );
  }
  return found;
}
