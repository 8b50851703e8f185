import { describedEnum } from '../api/describedEnum';
import { criterionQuestions } from './profile.rules';
import { publishedQuestions } from './publishedRatios.rules';
import { leftOutSentences } from './ratio.rules';

export const FidelityCode = describedEnum(
  'FidelityCode',
  'A criterion of how far cycles keep to the method, as a question to the record.',
  criterionQuestions,
);
export type FidelityCode = keyof typeof FidelityCode;

export const PublishedCode = describedEnum('PublishedCode', 'A ratio of McNicholas et al. 2019, table 2.', publishedQuestions);
export type PublishedCode = keyof typeof PublishedCode;

export const FidelityUnit = describedEnum('FidelityUnit', 'What a criterion counts.', {
  CYCLE: 'PDSA cycles.',
  RAMP: 'Ramps: series of cycles for one change idea.',
});
export type FidelityUnit = keyof typeof FidelityUnit;

export const LeftOutReason = describedEnum(
  'LeftOutReason',
  'Why a cycle or ramp does not count towards a criterion.',
  leftOutSentences,
);
export type LeftOutReason = keyof typeof LeftOutReason;
