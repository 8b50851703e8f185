import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byRequiredDay } from '../api/orders';
import { anyIdOf, anyOf } from '../store/conditions';
import { RedateRequestStatus } from './action.enums';
import { RedateRequest } from './redateRequest.entity';

@InputType({ description: 'Which requests for new dates.' })
export class RedateRequestFilter {
  @ChoicesInput(() => RedateRequestStatus, 'Only these states.')
  statuses?: RedateRequestStatus[] | null;

  @OptionalIdsInput('Only of these actions.')
  actionIds?: string[] | null;

  @OptionalIdsInput('Only by these members.')
  requestedByIds?: string[] | null;
}

export const redateRequests = listing(RedateRequest, {
  filter: RedateRequestFilter,
  where: { statuses: anyOf('status'), actionIds: anyIdOf('action_id'), requestedByIds: anyIdOf('requested_by_id') },
  orders: { RECORDED_AT: byRecorded, WANTED_ON: byRequiredDay('wanted_on', 'The date asked for.') },
});
