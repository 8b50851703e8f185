import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Aim } from './aim.entity';
import { Driver } from './driver.entity';
import { AddDriverInput } from './driver.input';
import { addDriver } from './driver.service';

@ObjectType({ implements: MutationPayload, description: 'A driver as it is after the change, with its aim.' })
export class DriverPayload extends MutationPayload {
  @Field(() => Driver, { description: 'The driver.' })
  driver!: Driver;

  @Field(() => Aim, { description: 'The aim it drives.' })
  aim!: Aim;
}

export const driverVerbs = [
  verb('addDriver', {
    description: 'Add what an aim is thought to depend on to its driver diagram.',
    by: ['LEAD_OFFICER', 'SUBGROUP_CHAIR', 'IMPROVEMENT_ADVISER'],
    input: AddDriverInput,
    gives: DriverPayload,
    does: addDriver,
  }),
];
