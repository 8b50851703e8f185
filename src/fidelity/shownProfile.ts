import { shownCalibration } from './calibration.type';
import type { FidelityCriterion, FidelityDays, FidelityProfile, PublishedRatio } from './fidelity.type';
import type { Judged } from './judged.reading';
import { profile, type DaysRow, type ProfileRow } from './profile.rules';
import { publishedRatios, type PublishedRatio as RatioFound } from './publishedRatios.rules';
import { shownShare } from './share.type';

/** A profile as the API shows it. */
export const shownProfile = ({ scope, settings }: Judged): FidelityProfile => ({
  cycles: scope.cycles.length,
  ramps: scope.ramps.length,
  criteria: profile(scope, settings).map(shownCriterion),
  published: publishedRatios(scope).map(shownRatio),
});

const shownCriterion = (row: ProfileRow): FidelityCriterion => ({
  ...{ code: row.code, name: row.name, question: row.question, unit: row.unit },
  ...noCounts,
  ...countsOf(row),
  leftOutCount: row.leftOut.length,
  everyLeftOut: row.leftOut,
});

type Counts = Pick<FidelityCriterion, 'isApplicable' | 'numerator' | 'denominator' | 'percentage' | 'days' | 'calibration'>;

const noCounts = { numerator: null, denominator: null, percentage: null, days: null, calibration: null };

function countsOf(row: ProfileRow): Partial<Counts> & Pick<Counts, 'isApplicable'> {
  if (row.kind === 'RATIO') return shownShare(row);
  if (row.kind === 'DAYS') return { isApplicable: row.count > 0, days: shownDays(row) };
  const compared = Object.values(row.calibration.verdicts).some((count) => count > 0);
  return { isApplicable: compared, calibration: shownCalibration(row.calibration) };
}

const shownDays = ({ median, count, byRamp }: DaysRow): FidelityDays => ({ median, count, byRamp: [...byRamp] });

const shownRatio = ({ code, question, criterion, unit, published, ...ratio }: RatioFound): PublishedRatio => ({
  ...{ code, question, criterion, unit },
  ...shownShare(ratio),
  published: { ...published, source },
});

const source = 'McNicholas et al. 2019, BMJ Quality & Safety 28:356, table 2: 421 cycles of 39 teams.';
