import { describedEnum } from '../api/describedEnum';

export const ResponseState = describedEnum('ResponseState', 'Whether a finding has a response.', {
  NOT_OWED: 'It is not accepted (yet), lies elsewhere or was replaced, so that no response is owed.',
  MISSING: 'A response is owed, and there is none that is live.',
  ACTIONS: 'Live actions answer it; for one that was reopened, actions that are still open.',
  NO_ACTION: 'It was agreed, with reasons, that no action is needed.',
});
export type ResponseState = keyof typeof ResponseState;
