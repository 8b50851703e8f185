import type { Role } from '../access/roles';
import type { Context } from '../api/context';
import { forbidden } from '../kernel/errors';
import { isUuid } from '../kernel/uuid';
import { Member } from '../members/member.entity';
import { ServiceAccount } from '../members/serviceAccount.entity';
import type { Node, RowType } from '../store/row';
import { EventChangeRow, type Event, type RowFacts } from './event.entity';
import type { ChangeKind } from './event.enums';
import type { ReadChange, ReadField } from './sentenceFacts.rules';
import { calledRow } from './rowName.reading';
import { thingOf } from './sentenceWords.rules';
import { nameOf, propertyOf, textOf } from './words.rules';

/**
 * What was changed, without rows of types that whoever asks may not read. It holds numbers as they are, before and after; readers
 * below analyst see who did what, and when.
 */
export async function changesOf(event: Event, ctx: Context): Promise<EventChangeRow[]> {
  if ((await ctx.store.smallestCountShown()) !== null)
    throw forbidden(`Your role (${ctx.actor.role}) may not read what was changed.`);
  const changes = await ctx.store.children(EventChangeRow, 'eventId', event.id, ['position']);
  return changes.filter(({ kind }) => ctx.mayRead(ctx.typeNameOf(kind)));
}

export const howOf = ({ before, after }: EventChangeRow): ChangeKind =>
  before === null ? 'MADE' : after === null ? 'REMOVED' : 'CHANGED';

/** What differs, in the order of the columns' names; a key is shown as the name of what it leads to. */
export async function fieldsOf(change: EventChangeRow, ctx: Context): Promise<ReadField[]> {
  const columns = [...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})])];
  const shown = columns.filter((column) => column !== 'recorded_at').sort();
  return Promise.all(
    shown.map(async (column) => {
      const read = (facts: RowFacts | null) => textOfFact(column, facts?.[column], change, ctx);
      const [before, after] = await Promise.all([read(change.before), read(change.after)]);
      return { field: propertyOf(column), before, after };
    }),
  );
}

export async function readChange(change: EventChangeRow, ctx: Context): Promise<ReadChange> {
  const typeName = ctx.typeNameOf(change.kind);
  const type = ctx.nodeType(typeName);
  const own = { ...change.before, ...change.after };
  const [fields, row] = await Promise.all([fieldsOf(change, ctx), type ? ctx.store.find(type, change.rowId) : null]);
  return { typeName, name: nameOf(own) ?? (row && (await calledRow(row, ctx))), how: howOf(change), fields };
}

export async function actorInWords({ actorKind, actorId }: Event, ctx: Context): Promise<string> {
  if (actorKind === 'PERSON' && actorId) {
    const member = await ctx.store.find(Member, actorId);
    return member ? `The ${inWords(member.role)}` : 'Someone';
  }
  if (actorKind === 'SERVICE_ACCOUNT' && actorId) {
    const account = await ctx.store.find(ServiceAccount, actorId);
    return account ? `The program “${account.displayName}”` : 'A program';
  }
  return 'An administrator';
}

/** How they are called themselves, beside the role in which they did it. */
export async function actorName({ actorKind, actorId }: Event, ctx: Context): Promise<string | null> {
  const member = actorKind === 'PERSON' && actorId ? await ctx.store.find(Member, actorId) : null;
  return member?.displayName ?? null;
}

const inWords = (role: Role): string => role.toLowerCase().replaceAll('_', ' ');

async function textOfFact(column: string, value: unknown, { kind }: EventChangeRow, ctx: Context): Promise<string | null> {
  const isKey = typeof value === 'string' && column.endsWith('_id') && isUuid(value);
  if (!isKey) return textOf(value);
  for (const type of typesOfKey(column, kind, ctx)) {
    const row = await ctx.store.find(type, value);
    if (row) return (await calledRow(row, ctx)) ?? `the ${thingOf(type.name)}`;
  }
  return 'something that is not shown';
}

/** lead_agency_id leads to an Agency; superseded_by_id to another row of its own type; other keys to a member. */
function typesOfKey(column: string, kind: string, ctx: Context): RowType<Node>[] {
  const named = propertyOf(column.replace(/_id$/, '')).toLowerCase();
  const byName = ctx.nodeTypes().filter(({ name }) => named.endsWith(name.toLowerCase()) || name.toLowerCase().endsWith(named));
  return [...byName, ...[ctx.nodeType(ctx.typeNameOf(kind)) ?? Member], Member];
}
