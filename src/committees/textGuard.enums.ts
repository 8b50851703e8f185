import { describedEnum } from '../api/describedEnum';

export const IdentifierKind = describedEnum('IdentifierKind', 'What in a text could point at a person.', {
  CHI_NUMBER: 'A Community Health Index number, by its birth date and check digit, or ten digits that are called one.',
  DATE_OF_BIRTH: 'A date that is said to be of a birth; not a span of dates, which is about a cohort.',
  CASE_NUMBER: 'A number that is said to be of a person or a case, such as a SWIS or National Insurance number.',
  POSTCODE: 'A whole postcode: some fifteen households.',
  EMAIL: 'An e-mail address, also when it is spelled out.',
  PHONE: 'A geographic or mobile telephone number; helplines are none.',
  ADDRESS: 'A house number with a street.',
  PSEUDONYM: 'A stand-in for a name, such as Child A or initials, together with an age or something else about the person.',
  FULL_DATE: 'A whole date in figures that has passed, or the day of a death or an incident.',
});
export type IdentifierKind = keyof typeof IdentifierKind;

export const GuardAnswer = describedEnum('GuardAnswer', 'What the guard on texts does with what it finds.', {
  WARN: 'Refuses the text once, saying what was found; the author may confirm that it is no personal data, with a reason.',
  REFUSE: 'Refuses the text.',
});
export type GuardAnswer = keyof typeof GuardAnswer;

export const Confirmation = describedEnum(
  'Confirmation',
  'When an author is asked to confirm that a text holds no personal data.',
  {
    NEVER: 'Never: a text that is warned of is kept, and a privacy steward finds it among the text checks.',
    WHEN_WARNED: 'When something in a text is warned of.',
    ALWAYS: 'With everything that somebody writes in their own words.',
  },
);
export type Confirmation = keyof typeof Confirmation;
