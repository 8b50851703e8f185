import { shownCalibration } from './calibration.type';
import type { FidelityCriterion, FidelityDays, FidelityProfile, PublishedRatio } from './fidelity.type';
import type { WithheldReason } from '../members/practiceSharing.rules';
import type { Judged } from './judged.reading';
import { profile, type DaysRow, type ProfileRow } from './profile.rules';
import { publishedRatios, type PublishedRatio as RatioFound } from './publishedRatios.rules';
import { shownShare } from './share.type';
import { sentenceOf } from './withheld.rules';

/** A profile as the API shows it. @param withheld why its calibration is not shown, where it is not */
export const shownProfile = ({ scope, settings }: Judged, withheld: WithheldReason | null = null): FidelityProfile => ({
  cycles: scope.cycles.length,
  ramps: scope.ramps.length,
  criteria: profile(scope, settings).map((row) => shownCriterion(row, withheld)),
  published: publishedRatios(scope).map(shownRatio),
});

const shownCriterion = (row: ProfileRow, withheld: WithheldReason | null): FidelityCriterion => ({
  ...{ code: row.code, name: row.name, question: row.question, unit: row.unit },
  ...noCounts,
  ...countsOf(row, withheld),
  withheldBecause: row.kind === 'CALIBRATION' ? sentenceOf(withheld) : null,
  leftOutCount: row.leftOut.length,
  everyLeftOut: row.leftOut,
});

type Counts = Pick<FidelityCriterion, 'isApplicable' | 'numerator' | 'denominator' | 'percentage' | 'days' | 'calibration'>;

const noCounts = { numerator: null, denominator: null, percentage: null, days: null, calibration: null };

function countsOf(row: ProfileRow, withheld: WithheldReason | null): Partial<Counts> & Pick<Counts, 'isApplicable'> {
  if (row.kind === 'RATIO') return shownShare(row);
  if (row.kind === 'DAYS') return { isApplicable: row.count > 0, days: shownDays(row) };
  const compared = Object.values(row.calibration.verdicts).some((count) => count > 0);
  return { isApplicable: compared, calibration: withheld ? null : shownCalibration(row.calibration) };
}

const shownDays = ({ median, count, byRamp }: DaysRow): FidelityDays => ({ median, count, byRamp: [...byRamp] });

const shownRatio = ({ code, question, criterion, unit, published, ...ratio }: RatioFound): PublishedRatio => ({
  ...{ code, question, criterion, unit },
  ...shownShare(ratio),
  published: { ...published, source },
});

const source = 'McNicholas et al. 2019, BMJ Quality & Safety 28:356, table 2: 421 cycles of 39 teams.';
