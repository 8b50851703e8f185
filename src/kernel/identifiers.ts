import { hasChiNumber } from './chiNumber';
import { hasAddress, hasEmail, hasPhone, hasPostcode } from './contactsInText';
import { hasDayOfCase, saysBirth } from './datesInText';
import type { LocalDate } from './localDate';
import { plainTexts } from './plainText';
import { hasStandIn } from './standIns';

/** What a text must not contain, because it could point at a child, a family or a worker (domain.md §9), in words. */
export const identifiers = {
  CHI_NUMBER: 'CHI number',
  DATE_OF_BIRTH: 'date of birth',
  CASE_NUMBER: 'number of a person or a case',
  POSTCODE: 'postcode',
  EMAIL: 'e-mail address',
  PHONE: 'telephone number',
  ADDRESS: 'address',
  PSEUDONYM: 'stand-in for a name with something about the person',
  FULL_DATE: 'date that a case can be known by',
} as const;

export type Identifier = keyof typeof identifiers;

const detectors: Readonly<Record<Identifier, (text: string, today: LocalDate) => boolean>> = {
  CHI_NUMBER: hasChiNumber,
  DATE_OF_BIRTH: saysBirth,
  CASE_NUMBER: hasCaseNumber,
  POSTCODE: hasPostcode,
  EMAIL: hasEmail,
  PHONE: hasPhone,
  ADDRESS: hasAddress,
  PSEUDONYM: hasStandIn,
  FULL_DATE: hasDayOfCase,
};

/**
 * Each kind of thing in a text that looks like a person's identifier.
 * @param today a date that lies ahead is a plan, not a birth
 */
export function identifiersIn(text: string, today: LocalDate): Identifier[] {
  const readings = plainTexts(text);
  const kinds = Object.keys(detectors) as Identifier[];
  return kinds.filter((kind) => readings.some((plain) => detectors[kind](plain, today)));
}

const RECORD =
  '(?:SWIS|SEEMiS|CareFirst|Mosaic|iVPD|SCRA|UCRN|NHS|case|client|service user|person|patient|pupil|child|crime|incident|file|court)';
const NUMBERED = '(?:ids?|no\\.?|nos\\.?|nr\\.?|numbers?|ref\\.?|references?)';
const SYSTEM = '(?:SWIS|SEEMiS|UCRN)';
/** "Case numbers 2024/25 rose" is about a year. */
const YEAR = '(?:19|20)\\d\\d(?:[-/]\\d\\d)?(?![\\d/-])';
const SAID = `(?: ${NUMBERED})? ?[:#]? ?(?:is )?`;
const CASE_NUMBER = new RegExp(`\\b(?:${SYSTEM}|${RECORD} ?${NUMBERED})${SAID}(?!${YEAR})[A-Z]{0,4}[-/]?\\d{4,}`, 'i');
const IN_GROUPS = new RegExp(`\\b${SYSTEM}${SAID}\\d{2,3}[ ./-]\\d{3,}`, 'i');
/** Two letters, six digits and one of A to D (HM Revenue & Customs). */
const NATIONAL_INSURANCE = /\b[A-CEGHJ-PR-TW-Z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[A-D]\b/i;

function hasCaseNumber(text: string): boolean {
  return CASE_NUMBER.test(text) || IN_GROUPS.test(text) || NATIONAL_INSURANCE.test(text);
}
