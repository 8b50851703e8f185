import { describedEnum } from '../api/describedEnum';

export const ActorKind = describedEnum('ActorKind', 'Who did something.', {
  PERSON: 'Someone who works with the committee.',
  SERVICE_ACCOUNT: 'A program.',
  DATABASE: 'Someone with access to the database itself, outside this service; founding a committee is done so.',
});
export type ActorKind = keyof typeof ActorKind;

export const ChangeKind = describedEnum('ChangeKind', 'What happened to a row.', {
  MADE: 'It was made.',
  CHANGED: 'It was changed.',
  REMOVED: 'It was taken away; its history stays.',
});
export type ChangeKind = keyof typeof ChangeKind;
