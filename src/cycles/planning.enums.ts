import { describedEnum } from '../api/describedEnum';
import { dataVerdictSentences } from './predictionOutcome.rules';
import { costOfFailureSentences, readinessSentences, testSizeSentences } from './testSize.rules';

export const CostOfFailure = describedEnum('CostOfFailure', 'What it would cost if a change failed.', costOfFailureSentences);
export type CostOfFailure = keyof typeof CostOfFailure;

export const Readiness = describedEnum('Readiness', 'How those who would make a change stand towards it.', readinessSentences);
export type Readiness = keyof typeof Readiness;

export const TestSize = describedEnum(
  'TestSize',
  'How large a test belief, cost of failure and readiness suggest.',
  testSizeSentences,
);
export type TestSize = keyof typeof TestSize;

export const DataVerdictReason = describedEnum(
  'DataVerdictReason',
  'Why the data say what they say of a prediction.',
  dataVerdictSentences,
);
export type DataVerdictReason = keyof typeof DataVerdictReason;
