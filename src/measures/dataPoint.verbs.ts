import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { DataPoint } from './dataPoint.entity';
import { RecordDataPointInput, RecordDataPointsInput, ReviseDataPointInput, ValidateDataPointsInput } from './dataPoint.input';
import { recordDataPoint, recordDataPoints, reviseDataPoint, validateDataPoints } from './dataPoint.service';
import { Measure } from './measure.entity';
import { dataPointPolicy, measurePolicy } from './measure.policy';

@ObjectType({ implements: MutationPayload, description: 'A data point as it is after the change.' })
export class DataPointPayload extends MutationPayload {
  @Field(() => DataPoint, { description: 'The data point.' })
  dataPoint!: DataPoint;
}

@ObjectType({ implements: MutationPayload, description: 'Data points as they are after the change.' })
export class DataPointsPayload extends MutationPayload {
  @Field(() => [DataPoint], { description: 'The data points, in the order they were sent.' })
  dataPoints!: DataPoint[];
}

@ObjectType({ implements: MutationPayload, description: 'The data points that were recorded, with their measure.' })
export class RecordedDataPointsPayload extends DataPointsPayload {
  @Field(() => Measure, { description: 'The measure they belong to.' })
  measure!: Measure;
}

export const dataPointVerbs = [
  verb('recordDataPoint', {
    description: 'Record what a measure was in one period.',
    ...measurePolicy.recordDataPoint,
    on: Measure,
    named: 'measureId',
    input: RecordDataPointInput,
    gives: DataPointPayload,
    does: recordDataPoint,
  }),
  verb('recordDataPoints', {
    description: 'Record many data points of one measure: all of them, or none when one is refused.',
    ...measurePolicy.recordDataPoints,
    on: Measure,
    named: 'measureId',
    input: RecordDataPointsInput,
    gives: RecordedDataPointsPayload,
    does: recordDataPoints,
  }),
  verb('validateDataPoints', {
    description: 'Say that data points were checked against their source.',
    ...dataPointPolicy.validateDataPoints,
    on: DataPoint,
    named: 'points.id',
    input: ValidateDataPointsInput,
    gives: DataPointsPayload,
    does: validateDataPoints,
  }),
  verb('reviseDataPoint', {
    description: 'Change a figure, with the reason; the old one is kept.',
    ...dataPointPolicy.reviseDataPoint,
    on: DataPoint,
    input: ReviseDataPointInput,
    gives: DataPointPayload,
    does: reviseDataPoint,
  }),
];
