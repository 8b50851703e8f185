import { badInput, notFound, ruleBroken } from '../kernel/errors';
import { columnOf } from '../store/columns';
import { CommitteeRow, type RowType } from '../store/row';
import { eraseQuarantined, freeTextsOf, holdsOnQuarantine, withhold } from '../store/withholding';
import type { Work } from '../store/work';
import { Erasure } from './erasure.entity';
import { Quarantine, WithheldText } from './quarantine.entity';
import type {
  AskErasureInput,
  ConfirmErasureInput,
  DeclineErasureInput,
  QuarantineTextInput,
  ReleaseTextInput,
} from './quarantine.input';
import { requireFree, requireNote } from './quarantine.rules';

/** At once and by one person: what must not be read is withheld first and talked about afterwards. */
export async function quarantineText(work: Work, input: QuarantineTextInput): Promise<{ quarantine: Quarantine }> {
  requireNote(input.reason, input.note);
  const type = typeOf(work, input.id);
  const row = await work.lock(type, input.id, 'input.id');
  const { name: kind } = work.store.table(type);
  const columnName = await textColumnOf(work, type, input.fieldName);
  const words = (row as unknown as Record<string, unknown>)[input.fieldName];
  if (words === null || words === '')
    throw ruleBroken('quarantine.nothing', 'There is no text in this field.', 'input.fieldName');
  const known = await work.store.children(WithheldText, 'rowId', row.id);
  if (known.some((each) => each.kind === kind && each.columnName === columnName && !each.correctedAt)) {
    throw ruleBroken('quarantine.already', 'This text is withheld already.', 'input.fieldName');
  }
  const quarantine = await work.add(Quarantine, {
    ...{ kind, rowId: row.id, columnName, reason: input.reason, note: input.note ?? null },
    ...{ status: 'WITHHELD', withheldById: work.actor.id },
  });
  await withhold(work.store.session, quarantine.id);
  return { quarantine };
}

export async function releaseText(work: Work, input: ReleaseTextInput): Promise<{ quarantine: Quarantine }> {
  const quarantine = await work.forChange(Quarantine, input);
  await work.removeChildren(WithheldText, 'quarantineId', quarantine.id);
  Object.assign(quarantine, {
    ...{ status: 'RELEASED', releasedAt: work.now, releasedById: work.actor.id, releaseNote: input.note },
  } satisfies Partial<Quarantine>);
  return { quarantine: await work.save(Quarantine, quarantine) };
}

export async function askErasure(work: Work, input: AskErasureInput): Promise<{ quarantine: Quarantine }> {
  const quarantine = await work.forChange(Quarantine, input);
  Object.assign(quarantine, {
    ...{ status: 'ERASURE_ASKED', erasureAskedById: work.actor.id, erasureGround: input.ground, erasureNote: input.note ?? null },
  } satisfies Partial<Quarantine>);
  return { quarantine: await work.save(Quarantine, quarantine) };
}

export async function declineErasure(work: Work, input: DeclineErasureInput): Promise<{ quarantine: Quarantine }> {
  const quarantine = await work.forChange(Quarantine, input);
  Object.assign(quarantine, {
    ...{ status: 'WITHHELD', erasureAskedById: null, erasureGround: null, erasureNote: null },
  } satisfies Partial<Quarantine>);
  return { quarantine: await work.save(Quarantine, quarantine) };
}

export async function confirmErasure(
  work: Work,
  input: ConfirmErasureInput,
): Promise<{ quarantine: Quarantine; erasure: Erasure }> {
  const quarantine = await work.forChange(Quarantine, input);
  requireFree(await holdsOnQuarantine(work.store.session, quarantine.id), 'input.id');
  const { erasureGround: ground, erasureNote: note, erasureAskedById: askedById } = quarantine;
  if (!ground || !askedById) throw new Error('An erasure was asked for by nobody, or on no ground.');
  const erasure = await work.add(Erasure, { ground, note, askedById, confirmedById: work.actor.id });
  await eraseQuarantined(work.store.session, erasure.id, quarantine.id);
  Object.assign(quarantine, { status: 'ERASED', erasureId: erasure.id } satisfies Partial<Quarantine>);
  return { quarantine: await work.save(Quarantine, quarantine), erasure };
}

function typeOf(work: Work, globalId: string): RowType<CommitteeRow> {
  const type = work.store.typeOf(globalId);
  if (!type || !(type.prototype instanceof CommitteeRow)) throw notFound('text', 'input.id');
  return type as RowType<CommitteeRow>;
}

async function textColumnOf(work: Work, type: RowType, fieldName: string): Promise<string> {
  const table = work.store.table(type);
  const known = table.columns.find(({ property }) => property === fieldName);
  const texts = known ? await freeTextsOf(work.store.session, table.name) : [];
  if (known && texts.includes(known.column)) return columnOf(table, fieldName);
  throw badInput('input.fieldName', 'This is no field that people write in in their own words.', 'quarantine.field');
}
