import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { CommitteeSettings } from './committeeSettings.entity';
import { AgreeSettingsInput, KeepSmallNumbersInput } from './committeeSettings.input';
import { agreeSettings, keepSmallNumbers } from './committeeSettings.service';
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
  verb('keepSmallNumbers', {
    description: 'Say from which of your own roles small numbers are kept, and which numbers are small.',
    ...settingsPolicy.keepSmallNumbers,
    on: CommitteeSettings,
    input: KeepSmallNumbersInput,
    gives: CommitteeSettingsPayload,
    does: keepSmallNumbers,
  }),
];
