import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalFlagInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded } from '../api/orders';
import { anyIdOf, anyOf, whether } from '../store/conditions';
import { Disposal } from './disposal.entity';
import { LegalHold } from './legalHold.entity';
import { DisposalDecision, DisposalStatus } from './retention.enums';

@InputType({ description: 'Which legal holds.' })
export class LegalHoldFilter {
  @OptionalFlagInput('Whether they still hold.')
  isInForce?: boolean | null;

  @OptionalIdsInput('Only holds of these sources; those of the whole committee are left out then.')
  sourceIds?: string[] | null;
}

export const legalHolds = listing(LegalHold, {
  filter: LegalHoldFilter,
  where: { isInForce: whether(({ alias }) => `${alias}.released_at is null`), sourceIds: anyIdOf('source_id') },
  orders: { RECORDED_AT: byRecorded },
});

@InputType({ description: 'Which disposals.' })
export class DisposalFilter {
  @ChoicesInput(() => DisposalStatus, 'Only those that have come this far.')
  statuses?: DisposalStatus[] | null;

  @ChoicesInput(() => DisposalDecision, 'Only those in which this was to be done.')
  decisions?: DisposalDecision[] | null;

  @OptionalIdsInput('Only disposals of these records.')
  recordIds?: string[] | null;
}

export const disposals = listing(Disposal, {
  filter: DisposalFilter,
  where: { statuses: anyOf('status'), decisions: anyOf('decision'), recordIds: anyIdOf('row_id') },
  orders: { RECORDED_AT: byRecorded },
});
