import type { LocalDate } from '../kernel/localDate';

export const hasEnded = ({ endedOn }: { readonly endedOn: LocalDate | null }, today: LocalDate): boolean =>
  endedOn !== null && endedOn < today;
