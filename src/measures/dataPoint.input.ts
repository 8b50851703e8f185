import { InputType } from 'type-graphql';
import {
  CountInput,
  DayInput,
  IdInput,
  MutationInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalLineInput,
  OptionalNarrativeInput,
  OptionalNumberInput,
  ofMutations,
  PartsInput,
} from '../api/inputFields';

@InputType()
export abstract class FigureInput {
  @OptionalNumberInput(
    'The value; computed from numerator and denominator when not given. Given with them it agrees with what they make (of a count it is the numerator; of a percentage, rate or mean it may be rounded: half a unit of its last decimal is allowed), or is refused (`dataPoint.agreement`).',
  )
  value?: number | null;

  @OptionalNumberInput('What was counted.')
  numerator?: number | null;

  @OptionalNumberInput('Out of what.')
  denominator?: number | null;

  @OptionalFlagInput('True when there is no figure for the period; then give none.')
  isMissing?: boolean | null;

  @OptionalNarrativeInput('Why there is none.')
  missingReason?: string | null;

  @OptionalDayInput('The day this version of the figure was published.')
  publishedOn?: string | null;

  @OptionalNarrativeInput('Something to know when reading it.')
  note?: string | null;
}

@InputType({ description: 'What a measure was in one period.' })
export class DataPointInput extends FigureInput {
  @DayInput('The first day of the period.')
  periodStartsOn!: string;

  @DayInput('The last day of the period.')
  periodEndsOn!: string;
}

@InputType({ description: 'One data point to record.' })
export class RecordDataPointInput extends DataPointInput implements MutationInput {
  @OptionalLineInput(ofMutations.clientMutationId)
  clientMutationId?: string | null;

  @OptionalFlagInput(ofMutations.confirmsNoPersonalData)
  confirmsNoPersonalData?: boolean | null;

  @OptionalLineInput(ofMutations.confirmationReason)
  confirmationReason?: string | null;

  @IdInput('The measure it belongs to.')
  measureId!: string;
}

@InputType({ description: 'Data points of one measure to record: all of them, or none when one is refused.' })
export class RecordDataPointsInput extends MutationInput {
  @IdInput('The measure they belong to.')
  measureId!: string;

  @PartsInput(() => DataPointInput, 'The data points, at most 500.')
  points!: DataPointInput[];
}

@InputType({ description: 'A data point, and the version of it that was checked.' })
export class CheckedDataPointInput {
  @IdInput('The data point.')
  id!: string;

  @CountInput('The version you read. If it has changed since, the change is refused with STALE.')
  version!: number;
}

@InputType({ description: 'Data points that were checked against their source: all of them, or none when one is refused.' })
export class ValidateDataPointsInput extends MutationInput {
  @PartsInput(() => CheckedDataPointInput, 'The data points, at most 500.')
  points!: CheckedDataPointInput[];
}

@InputType({ description: 'The whole figure as it is now said to be; the old one is kept.' })
export class ReviseDataPointInput extends FigureInput implements MutationInput {
  @OptionalLineInput(ofMutations.clientMutationId)
  clientMutationId?: string | null;

  @OptionalFlagInput(ofMutations.confirmsNoPersonalData)
  confirmsNoPersonalData?: boolean | null;

  @OptionalLineInput(ofMutations.confirmationReason)
  confirmationReason?: string | null;

  @IdInput('The data point to revise.')
  id!: string;

  @CountInput('The version you read. If it has changed since, the change is refused with STALE.')
  version!: number;

  @NarrativeInput('Why it is revised.')
  reason!: string;
}
