import type { Context } from '../api/context';
import type { Node, RowType } from '../store/row';
import { ownerTypes } from './sentenceFacts.rules';
import { thingOf } from './sentenceWords.rules';
import { nameOf } from './words.rules';

/**
 * What people call a row: by its own name, or by that of what it belongs to, as in "of the action MA-2026-01/F1/A1". Rows are read as
 * whoever asks may read them, and by type, however many are named.
 */
export async function calledRow(row: Node, ctx: Context): Promise<string | null> {
  const type = row.constructor as RowType<Node>;
  return nameOf(row) ?? (type.calledBy ? type.calledBy(row, (other, id) => ctx.store.find(other, id)) : ownerOf(row, ctx));
}

async function ownerOf(row: Node, ctx: Context): Promise<string | null> {
  const key = keyOf(row, ctx);
  const type = key && ctx.nodeType(key.typeName);
  const owner = type ? await ctx.store.find(type, key.id) : null;
  const name = owner && (await calledRow(owner, ctx));
  if (!key || !name) return null;
  // What belongs to something that has no name either is called by what both belong to.
  return name.startsWith('of the ') ? name : `of the ${thingOf(key.typeName)} ${name}`;
}

interface Key {
  readonly typeName: string;
  readonly id: string;
}

/** To what a row belongs; one that tells of another, such as a quarantine, has the table and the id of it. */
function keyOf(row: Node, ctx: Context): Key | null {
  const facts = row as unknown as Readonly<Record<string, unknown>>;
  const { kind, rowId } = facts;
  if (typeof kind === 'string' && typeof rowId === 'string') return { typeName: ctx.typeNameOf(kind), id: rowId };
  for (const [key, typeName] of Object.entries(ownerTypes)) {
    const id = facts[key];
    if (typeof id === 'string' && typeName !== row.constructor.name) return { typeName, id };
  }
  return null;
}
