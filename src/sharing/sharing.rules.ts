import { ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Machine } from '../kernel/machine';
import type { AgreementState } from './sharing.enums';

/** What follows what. Where an agreement stands is worked out from what was said of it and from its days, never stored. */
export const agreementMoves: Machine<AgreementState> = {
  PROPOSED: ['AGREED', 'IN_FORCE', 'REVOKED'],
  AGREED: ['IN_FORCE', 'ENDED', 'REVOKED'],
  IN_FORCE: ['ENDED', 'REVOKED'],
  ENDED: [],
  REVOKED: [],
};

export interface AgreementDays {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly agreedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly revokedAt: Date | null;
}

/** Nothing was shared before both sides agreed, whatever day they meant it from. */
export const firstDayOf = ({ startsOn, agreedOn }: Pick<AgreementDays, 'startsOn' | 'agreedOn'>): LocalDate =>
  agreedOn !== null && agreedOn > startsOn ? agreedOn : startsOn;

export function lastDayOf({ endsOn, endedOn }: Pick<AgreementDays, 'endsOn' | 'endedOn'>): LocalDate | null {
  if (endsOn === null || endedOn === null) return endsOn ?? endedOn;
  return endedOn < endsOn ? endedOn : endsOn;
}

/** The twin of `stateSql` in sharing.lists.ts. */
export function stateOf(agreement: AgreementDays, today: LocalDate): AgreementState {
  if (agreement.revokedAt !== null) return 'REVOKED';
  const [first, last] = [firstDayOf(agreement), lastDayOf(agreement)];
  if (last !== null && (last < today || last < first)) return 'ENDED';
  if (agreement.agreedOn === null) return 'PROPOSED';
  return first > today ? 'AGREED' : 'IN_FORCE';
}

export interface Terms {
  readonly coversLed: boolean;
  readonly coversContributed: boolean;
  readonly startsOn: LocalDate;
  readonly endsOn?: LocalDate | null;
  readonly reviewOn?: LocalDate | null;
}

/** @throws RULE_BROKEN for terms that cover nothing, contradict themselves, or would stand for ever unlooked at */
export function requireTerms({ coversLed, coversContributed, startsOn, endsOn, reviewOn }: Terms, today: LocalDate): void {
  if (!coversLed && !coversContributed) {
    throw ruleBroken(
      'agreement.scope',
      'An agreement covers the actions the agency leads, those it contributes to, or both.',
      'input.coversLed',
    );
  }
  if (startsOn < today) throw ruleBroken('agreement.start', 'An agreement begins today or later.', 'input.startsOn');
  if (endsOn && endsOn < startsOn) {
    throw ruleBroken('agreement.dates', 'The last day is not before the first.', 'input.endsOn');
  }
  if (!endsOn && !reviewOn) {
    throw ruleBroken(
      'agreement.review',
      'An agreement has a last day, or a day on which it is looked at again.',
      'input.reviewOn',
    );
  }
  if (reviewOn) requireReviewAhead(reviewOn, today, 'input.reviewOn');
}

export function requireReviewAhead(reviewOn: LocalDate, today: LocalDate, field: string): void {
  if (reviewOn <= today) throw ruleBroken('agreement.reviewDay', 'The next review is on a day to come.', field);
}

/** An agreement can be ended today or later; to stop it at once it is revoked. */
export function requireLastDay(lastOn: LocalDate, agreement: AgreementDays, today: LocalDate): void {
  if (lastOn < today) throw ruleBroken('agreement.lastDay', 'The last day is today or later.', 'input.lastOn');
  const last = lastDayOf(agreement);
  if (last === null || lastOn < last) return;
  throw ruleBroken('agreement.lastDay', 'The last day can be drawn nearer, not put off.', 'input.lastOn');
}
