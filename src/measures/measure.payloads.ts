import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../api/verbs';
import { Measure } from './measure.entity';

@ObjectType({ implements: MutationPayload, description: 'A measure as it is after the change.' })
export class MeasurePayload extends MutationPayload {
  @Field(() => Measure, { description: 'The measure.' })
  measure!: Measure;
}
