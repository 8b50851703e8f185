import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Erasure } from './erasure.entity';
import { quarantinePolicy } from './privacy.policy';
import { Quarantine } from './quarantine.entity';
import {
  AskErasureInput,
  ConfirmErasureInput,
  DeclineErasureInput,
  QuarantineTextInput,
  ReleaseTextInput,
} from './quarantine.input';
import { askErasure, confirmErasure, declineErasure, quarantineText, releaseText } from './quarantine.service';

@ObjectType({ implements: MutationPayload, description: 'A quarantine as it is after the change.' })
export class QuarantinePayload extends MutationPayload {
  @Field(() => Quarantine, { description: 'The quarantine.' })
  quarantine!: Quarantine;
}

@ObjectType({ implements: MutationPayload, description: 'An erasure that was carried out.' })
export class ErasurePayload extends MutationPayload {
  @Field(() => Quarantine, { description: 'The quarantine that ended with it.' })
  quarantine!: Quarantine;

  @Field(() => Erasure, { description: 'The record of it.' })
  erasure!: Erasure;
}

export const quarantineVerbs = [
  verb('quarantineText', {
    description: 'Withhold a text at once, with its past and its copies. Its author may write another in its place.',
    ...quarantinePolicy.quarantineText,
    input: QuarantineTextInput,
    gives: QuarantinePayload,
    does: quarantineText,
  }),
  verb('releaseText', {
    description: 'Show a withheld text again.',
    ...quarantinePolicy.releaseText,
    on: Quarantine,
    input: ReleaseTextInput,
    gives: QuarantinePayload,
    does: releaseText,
  }),
  verb('askErasure', {
    description: 'Ask for a withheld text to be erased for good. Somebody else has to confirm it.',
    ...quarantinePolicy.askErasure,
    on: Quarantine,
    input: AskErasureInput,
    gives: QuarantinePayload,
    does: askErasure,
  }),
  verb('confirmErasure', {
    description: 'Erase a withheld text for good, as somebody else has asked. It cannot be undone.',
    ...quarantinePolicy.confirmErasure,
    on: Quarantine,
    input: ConfirmErasureInput,
    gives: ErasurePayload,
    does: confirmErasure,
  }),
  verb('declineErasure', {
    description: 'Decline to have a withheld text erased; it stays withheld.',
    ...quarantinePolicy.declineErasure,
    on: Quarantine,
    input: DeclineErasureInput,
    gives: QuarantinePayload,
    does: declineErasure,
  }),
];
