import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { CommitteeSettings } from './committeeSettings.entity';
import { AgreeSettingsInput } from './committeeSettings.input';
import { agreeSettings } from './committeeSettings.service';
import { settingsPolicy } from './committee.policy';

@ObjectType({ implements: MutationPayload, description: 'The settings of the committee as they are after the change.' })
export class CommitteeSettingsPayload extends MutationPayload {
  @Field(() => CommitteeSettings, { description: 'The settings.' })
  settings!: CommitteeSettings;
}

export const committeeVerbs = [
  verb('agreeSettings', {
    description: 'Record what the committee has agreed about how it works here.',
    ...settingsPolicy.agreeSettings,
    on: CommitteeSettings,
    input: AgreeSettingsInput,
    gives: CommitteeSettingsPayload,
    does: agreeSettings,
  }),
];
