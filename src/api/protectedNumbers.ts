import type { SuppressionReason } from '../disclosure/disclosed';
import { Refusal } from '../kernel/errors';
import type { Node, RowType } from '../store/row';
import type { Context } from './context';
import { Disclosure, disclosure } from './disclosure.type';
import { relation, type ResolverClass } from './relations';

/** Counts that no publication holds are for analysts; null shows them. */
export const countsHiddenBecause = async ({ store }: Context): Promise<SuppressionReason | null> =>
  (await store.smallestCountShown()) === null ? null : 'NOT_PUBLISHED';

/**
 * For a question that asks for nothing but such counts.
 * @throws FORBIDDEN `disclosure.notPublished` for readers below analyst
 */
export async function requireCounts(ctx: Context, what: string): Promise<void> {
  if ((await countsHiddenBecause(ctx)) === null) return;
  throw new Refusal('FORBIDDEN', `Your role (${ctx.actor.role}) may not read ${what}.`, { rule: 'disclosure.notPublished' });
}

interface ProtectedNumbers<O extends Node> {
  /** The numbers, or texts that hold numbers, by their names, all shown or all hidden. */
  readonly numbers: Readonly<Partial<Record<keyof O & string, { readonly type: () => unknown; readonly description: string }>>>;
  /** The field beside them that says whether they are shown. */
  readonly toldBy?: string;
  /** Asked for every reader; null shows them. */
  hiddenBecause(row: O, ctx: Context): Promise<SuppressionReason | null>;
}

/**
 * Numbers of a row that leave the service only as far as disclosure control allows, by whatever way the row was come by. Their
 * columns have no field of their own, so that nothing shows them but this.
 */
export function protectedNumbers<O extends Node>(owner: RowType<O>, plan: ProtectedNumbers<O>): ResolverClass[] {
  const { numbers, toldBy = 'disclosure' } = plan;
  const names = Object.keys(numbers) as (keyof O & string)[];
  const fields = names.map((name) =>
    relation(owner, name, {
      type: () => numbers[name]?.type(),
      nullable: true,
      description: `${numbers[name]?.description} Null as well where it is not shown to you, which \`${toldBy}\` says.`,
      resolve: async (row, ctx) => ((await plan.hiddenBecause(row, ctx)) === null ? row[name] : null),
    }),
  );
  return [
    ...fields,
    relation(owner, toldBy, {
      type: () => Disclosure,
      description: `Whether you are shown ${inWords(names)}.`,
      resolve: async (row, ctx) => disclosure(await plan.hiddenBecause(row, ctx)),
    }),
  ];
}

const inWords = (names: readonly string[]): string =>
  names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
