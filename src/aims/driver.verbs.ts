import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Aim } from './aim.entity';
import { Driver } from './driver.entity';
import { AddDriverInput, RetireDriverInput, ReviseDriverInput } from './driver.input';
import { addDriver, retireDriver, reviseDriver } from './driver.service';
import { aimPolicy, driverPolicy } from './aim.policy';

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
    ...aimPolicy.addDriver,
    on: Aim,
    named: 'aimId',
    input: AddDriverInput,
    gives: DriverPayload,
    does: addDriver,
  }),
  verb('reviseDriver', {
    description: 'Put a driver in other words; the theory gets a new version.',
    ...driverPolicy.reviseDriver,
    on: Driver,
    input: ReviseDriverInput,
    gives: DriverPayload,
    does: reviseDriver,
  }),
  verb('retireDriver', {
    description: 'Take a driver out of the theory; earlier versions keep it.',
    ...driverPolicy.retireDriver,
    on: Driver,
    input: RetireDriverInput,
    gives: DriverPayload,
    does: retireDriver,
  }),
];
