import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Meeting } from '../meetings/meeting.entity';
import { Pack } from './pack.entity';
import { SealPackInput } from './pack.input';
import { packPolicy } from './pack.policy';
import { sealPack } from './pack.service';

@ObjectType({ implements: MutationPayload, description: 'A pack that was sealed.' })
export class PackPayload extends MutationPayload {
  @Field(() => Pack, { description: 'The pack.' })
  pack!: Pack;
}

export const packVerbs = [
  verb('sealPack', {
    description:
      'Seal the pack of a meeting: of one to come as things stand now, of one that was held as they stood when it was held. Texts only some may read are not in it.',
    ...packPolicy.sealPack,
    on: Meeting,
    input: SealPackInput,
    gives: PackPayload,
    does: sealPack,
  }),
];
