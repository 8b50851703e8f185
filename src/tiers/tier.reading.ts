import { propertyOf } from '../history/words.rules';
import type { RowType } from '../store/row';
import { standingOf, withholdableOf } from '../store/standing';
import type { Visibility, WithheldReason } from './visibility.enums';
import { tiers } from './visibility.rules';
import type { Withheld } from './withheld.type';

const sentences: Readonly<Record<WithheldReason, string>> = {
  REDACTED: 'You may see that this is there and how far it has come, but not what it says.',
  QUARANTINED: 'A privacy steward withholds this text, since it may hold personal data.',
  ERASED: 'This text was erased for good; who decided so is on record.',
};

export function effectiveVisibilityOf(row: object): Visibility {
  const found = standingOf(row);
  if (!found) throw new Error(`A ${row.constructor.name} was given out that nobody has looked up the tier of.`);
  const tier = tiers[found.tier];
  if (!tier) throw new Error('A row has a tier that there is not.');
  return tier;
}

/** What is withheld of a row, or of what an event tells of a row of a type, as the API tells it; null when nothing is. */
export function withheldOf(row: object, type?: RowType): Withheld | null {
  const { withheld, quarantined } = standingOf(row) ?? { withheld: null, quarantined: null };
  if (withheld) return told(withheld as WithheldReason, type ? withholdableOf(type) : []);
  if (!quarantined) return null;
  const reason = Object.values(quarantined).includes('QUARANTINED') ? 'QUARANTINED' : 'ERASED';
  return told(reason, Object.keys(quarantined).map(propertyOf));
}

const told = (reason: WithheldReason, fields: readonly string[]): Withheld => ({ reason, fields, sentence: sentences[reason] });
