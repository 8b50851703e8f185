import { describedEnum } from '../api/describedEnum';

export const ImprovementStatus = describedEnum(
  'ImprovementStatus',
  'What the data say was improved, beside what people say was delivered. Computed from the figures; nobody can set it.',
  {
    NO_MEASURE: 'There is no outcome or process measure, so nothing can be said.',
    INSUFFICIENT_DATA: 'The measures have too few figures to tell a signal of change from chance.',
    NO_SIGNAL: 'No signal of change for the better, or one that a worsening balancing measure holds back.',
    IMPROVING: 'At least one outcome or process measure shows a signal of change for the better, and none for the worse.',
    SUSTAINED:
      'Improving, and it has held for the agreed period after closure, or after its beginning where that is later, with figures up to the end.',
    DETERIORATING: 'At least one outcome or process measure shows a signal of change for the worse.',
  },
);
export type ImprovementStatus = keyof typeof ImprovementStatus;

export const ImprovementReasonCode = describedEnum('ImprovementReasonCode', 'Why an improvement status is what it is.', {
  NO_MEASURE: 'No outcome or process measure is tied to it.',
  TOO_FEW_FIGURES: 'A measure has too few figures under its present definition.',
  NO_SIGNAL: 'A measure shows no signal of change.',
  NO_DIRECTION: 'A measure shows a signal, but neither way is better by its definition.',
  SIGNAL_BETTER: 'A measure shows a signal of change for the better.',
  SIGNAL_WORSE: 'A measure shows a signal of change for the worse.',
  BALANCING_WORSE: 'A balancing measure gets worse; where something else gets better, it holds back IMPROVING.',
  MEASURE_RETIRED: 'A measure was retired before closure and decides nothing any more.',
  NOT_CLOSED: 'It is not closed, so whether the improvement lasts cannot be asked yet.',
  HOLDING: 'It is closed, and the agreed period is not over.',
  HELD: 'The improvement has held for the agreed period.',
  MEASURE_STOPPED: 'A measure stopped before the agreed period was over.',
});
export type ImprovementReasonCode = keyof typeof ImprovementReasonCode;

export const WatchState = describedEnum('WatchState', 'How the watch after closure stands.', {
  WATCHING: 'The agreed period is not over.',
  HELD: 'The improvement has held for the agreed period.',
  NOT_HELD: 'The figures show no lasting improvement, or it is getting worse.',
  STOPPED: 'A measure stopped before the agreed period was over, so nobody can tell.',
});
export type WatchState = keyof typeof WatchState;
