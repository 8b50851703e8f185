import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Calibration as CalibrationFound, ConfidenceBand as BandFound } from './calibration.rules';
import { CountedShare, shownShare } from './share.type';

@ObjectType({ description: 'How many predictions people gave each verdict.' })
export class VerdictCounts {
  @Field(() => Int, { description: 'Those that came true.' })
  met!: number;

  @Field(() => Int, { description: 'Those that came true in part; counted here and nowhere else.' })
  partly!: number;

  @Field(() => Int, { description: 'Those that did not come true.' })
  notMet!: number;

  @Field(() => Int, { description: 'Those of which what was seen does not tell; counted here and nowhere else.' })
  cannotTell!: number;
}

@ObjectType({
  description: 'The predictions of which people were about equally sure. Well calibrated, as many come true as they said.',
})
export class ConfidenceBand {
  @Field(() => Float, { description: 'From this confidence.' })
  from!: number;

  @Field(() => Float, { description: 'To below this one; the last band holds 1 too.' })
  to!: number;

  @Field(() => Float, { nullable: true, description: 'How sure people were of them on average; null for none.' })
  meanConfidence!: number | null;

  @Field(() => CountedShare, { description: 'How many of them came true.' })
  met!: CountedShare;
}

@ObjectType({
  description:
    'How well predictions come true, and how sure people were of them. It is for learning: counts beside each number, and no grade.',
})
export class Calibration {
  @Field(() => VerdictCounts, { description: 'The verdicts of all predictions that were compared with what happened.' })
  verdicts!: VerdictCounts;

  @Field(() => CountedShare, { description: 'Those that came true, out of those that did or did not.' })
  hitRate!: CountedShare;

  @Field(() => CountedShare, {
    description: 'Predicted ranges with two ends that held the value observed, out of those with a value observed.',
  })
  intervalCoverage!: CountedShare;

  @Field(() => Float, {
    nullable: true,
    description:
      'The Brier score (Brier 1950): the mean of (confidence - outcome) squared, where outcome is 1 for met and 0 for not met. 0 is perfect, 0.25 is what always saying 0.5 gives; null for none.',
  })
  brierScore!: number | null;

  @Field(() => Int, { description: 'How many predictions the score rests on: met or not met, with a confidence.' })
  brierCount!: number;

  @Extensions({ listSize: 5 })
  @Field(() => [ConfidenceBand], { description: 'The same predictions in five bands of confidence, lowest first.' })
  bands!: ConfidenceBand[];
}

export const shownCalibration = (found: CalibrationFound): Calibration => ({
  verdicts: {
    met: found.verdicts.MET,
    partly: found.verdicts.PARTLY,
    notMet: found.verdicts.NOT_MET,
    cannotTell: found.verdicts.CANNOT_TELL,
  },
  hitRate: shownShare(found.hitRate),
  intervalCoverage: shownShare(found.intervalCoverage),
  brierScore: found.brierScore,
  brierCount: found.brierCount,
  bands: found.bands.map(shownBand),
});

const shownBand = ({ from, to, meanConfidence, met }: BandFound): ConfidenceBand => ({
  from,
  to,
  meanConfidence,
  met: shownShare(met),
});
