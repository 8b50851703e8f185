import type { RowType } from '../store/row';
import { standingOf, withholdableOf, type Standing } from '../store/standing';
import type { Visibility, WithheldReason } from './visibility.enums';
import { tiers } from './visibility.rules';
import type { Withheld } from './withheld.type';

const sentences: Readonly<Record<WithheldReason, string>> = {
  REDACTED: 'You may see that this is there and how far it has come, but not what it says.',
};

function standing(row: object): Standing {
  const found = standingOf(row);
  if (!found) throw new Error(`A ${row.constructor.name} was given out that nobody has looked up the tier of.`);
  return found;
}

export function effectiveVisibilityOf(row: object): Visibility {
  const tier = tiers[standing(row).tier];
  if (!tier) throw new Error('A row has a tier that there is not.');
  return tier;
}

/** What is withheld of a row, or of what an event tells of a row of a type, as the API tells it; null when nothing is. */
export function withheldOf(row: object, type?: RowType): Withheld | null {
  const reason = standing(row).withheld as WithheldReason | null;
  return reason && { reason, fields: type ? withholdableOf(type) : [], sentence: sentences[reason] };
}
