import { describedEnum } from '../api/describedEnum';
import { aimPartSentences } from './aimStatement.rules';

export const TheoryPartKind = describedEnum('TheoryPartKind', 'What a part of a theory is.', {
  PRIMARY: 'A primary driver: a big area that the aim depends on.',
  SECONDARY: 'A secondary driver: what moves a primary one.',
  CHANGE_IDEA: 'A change idea: what is to be done differently to move a driver.',
});
export type TheoryPartKind = keyof typeof TheoryPartKind;

export const AimPart = describedEnum('AimPart', 'A part of an aim statement.', aimPartSentences);
export type AimPart = keyof typeof AimPart;
