import { describedEnum } from '../api/describedEnum';

export const ChartKind = describedEnum('ChartKind', 'What kind of run or control chart.', {
  RUN: 'Run chart: the figures about their median. Works for anything; asks for no assumptions.',
  I: 'Individuals (XmR) chart: single values about their mean, with limits from the moving ranges.',
  MR: 'Moving range chart: the change from each value to the next.',
  I_PRIME: 'I prime chart: individuals with limits that follow the size of the denominator.',
  XBAR: 'X-bar chart: means of subgroups of single readings.',
  S: 'S chart: standard deviations of subgroups of single readings.',
  P: 'p chart: proportions, such as percentages.',
  P_PRIME: 'p prime chart (Laney): proportions with very large denominators.',
  U: 'u chart: rates of events.',
  U_PRIME: 'u prime chart (Laney): rates with very large denominators.',
  C: 'c chart: counts of events where the chance of one is the same each time.',
  NP: 'np chart: how many out of each group.',
  G: 'g chart: cases between rare events.',
  T: 't chart: time between rare events.',
});
export type ChartKind = keyof typeof ChartKind;

export const RuleSet = describedEnum('RuleSet', 'Which rules tell a signal of change from chance.', {
  IHI_RUN_CHART: 'Run chart rules of Perla, Provost & Murray: a shift of 6, a trend of 5, too few or too many runs.',
  ANHOEJ: 'Rules of Anhøj: an unusually long run, or unusually few crossings of the centre.',
  SHEWHART:
    'Shewhart rules as Public Health Scotland words them: beyond 3 sigma, a shift of 8, a trend of 6, 2 of 3, 15 near the centre.',
  MDC_XMR: 'Making Data Count of NHS England, with its icons.',
  NONE: 'No rules: the chart only.',
});
export type RuleSet = keyof typeof RuleSet;

export const RebaseSide = describedEnum('RebaseSide', 'Which lasting runs give a run chart a new median.', {
  ABOVE: 'Runs above the median.',
  BELOW: 'Runs below the median.',
  BOTH: 'Runs on either side.',
});
export type RebaseSide = keyof typeof RebaseSide;

export const ChartMarkKind = describedEnum('ChartMarkKind', 'What a person marks on a chart.', {
  PHASE: 'A new phase begins with this period: centre and limits are worked out afresh from here.',
  EXCLUSION: 'The figure of the period that starts on this day is left out of centre, limits and rules; it is still shown.',
  ASTRONOMICAL_POINT: 'The figure of the period that starts on this day is obviously different: anyone who looks would agree.',
  NOTE: 'Something that happened on this day.',
});
export type ChartMarkKind = keyof typeof ChartMarkKind;

export const SignalKind = describedEnum('SignalKind', 'What the figures of a measure say now, by its own chart and rules.', {
  BETTER: 'A signal of change for the better is in force.',
  WORSE: 'A signal of change for the worse is in force.',
  CHANGED: 'A signal of change is in force on a measure where neither way is better.',
  NO_SIGNAL: 'No signal of change is in force: the figures vary as chance alone would make them vary.',
  INSUFFICIENT: 'There are fewer than 10 figures under the present definition, too few to tell.',
});
export type SignalKind = keyof typeof SignalKind;
