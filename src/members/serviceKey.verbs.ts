import { Field, ObjectType } from 'type-graphql';
import type { ShownOnce } from '../access/shownOnce';
import { MutationPayload, verb } from '../api/verbs';
import { ServiceAccount } from './serviceAccount.entity';
import { ServiceKey } from './serviceKey.entity';
import {
  AddServiceAccountInput,
  ConfirmServiceAccountInput,
  IssueServiceKeyInput,
  RevokeServiceKeyInput,
} from './serviceKey.input';
import { addServiceAccount, confirmServiceAccount, issueServiceKey, revokeServiceKey } from './serviceKey.service';
import { serviceAccountPolicy, serviceKeyPolicy } from './member.policy';

@ObjectType({ implements: MutationPayload, description: 'A service account as it is after the change.' })
export class ServiceAccountPayload extends MutationPayload {
  @Field(() => ServiceAccount, { description: 'The service account.' })
  serviceAccount!: ServiceAccount;
}

@ObjectType({ implements: MutationPayload, description: 'A key that was issued, with the key itself.' })
export class IssuedServiceKeyPayload extends MutationPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The key, shown this once. A request repeated by clientMutationId gives null here: revoke that key and issue another.',
  })
  key!: ShownOnce | null;

  @Field(() => ServiceKey, { description: 'What is kept of it.' })
  serviceKey!: ServiceKey;

  @Field(() => ServiceAccount, { description: 'The service account it signs in.' })
  serviceAccount!: ServiceAccount;
}

@ObjectType({ implements: MutationPayload, description: 'A key as it is after the change.' })
export class ServiceKeyPayload extends MutationPayload {
  @Field(() => ServiceKey, { description: 'The key.' })
  serviceKey!: ServiceKey;
}

export const serviceKeyVerbs = [
  verb('addServiceAccount', {
    description:
      'Add a program, such as a dashboard. It can sign in once a key is issued for it and, if it is more than any partner’s, confirmed.',
    ...serviceAccountPolicy.addServiceAccount,
    input: AddServiceAccountInput,
    gives: ServiceAccountPayload,
    does: addServiceAccount,
  }),
  verb('issueServiceKey', {
    description: 'Issue a key for a service account. The answer shows the key once; only its hash is kept.',
    ...serviceAccountPolicy.issueServiceKey,
    on: ServiceAccount,
    named: 'serviceAccountId',
    input: IssueServiceKeyInput,
    gives: IssuedServiceKeyPayload,
    does: issueServiceKey,
  }),
  verb('confirmServiceAccount', {
    description:
      'Confirm that a program may be an analyst, or read for an agency, with the keys it has. Before that they sign nobody in.',
    ...serviceAccountPolicy.confirmServiceAccount,
    on: ServiceAccount,
    input: ConfirmServiceAccountInput,
    gives: ServiceAccountPayload,
    does: confirmServiceAccount,
  }),
  verb('revokeServiceKey', {
    description: 'Revoke a key; it is refused at once.',
    ...serviceKeyPolicy.revokeServiceKey,
    on: ServiceKey,
    input: RevokeServiceKeyInput,
    gives: ServiceKeyPayload,
    does: revokeServiceKey,
  }),
];
