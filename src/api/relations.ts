import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Link } from '../store/link';
import type { PageRequest, Parentage } from '../store/listing';
import type { Node, RowType } from '../store/row';
import { toConnection } from './connection';
import { Context } from './context';
import type { ListingType } from './listing';
import { totalOf } from './total';

/*
 * Relations are declared, never fetched by hand: how their rows are read is the store's business alone.
 * Each declaration makes the GraphQL field; `schema.ts` lists the declarations of every feature.
 */
export type ResolverClass = new () => object;

export interface FieldPlan<O extends Node> {
  readonly type: () => unknown;
  readonly nullable?: boolean;
  readonly description: string;
  readonly args?: new () => PageRequest;
  resolve(row: O, ctx: Context, request: PageRequest): unknown;
}

/** A field on `owner`, made from a plan. type-graphql merges it into the type wherever it is declared. */
export function relation<O extends Node>(owner: RowType<O>, name: string, plan: FieldPlan<O>): ResolverClass {
  @Resolver(() => owner)
  class RelationResolver {}
  const method = plan.args
    ? (row: O, ctx: Context, request: PageRequest) => plan.resolve(row, ctx, request)
    : (row: O, ctx: Context) => plan.resolve(row, ctx, {});
  define(RelationResolver, name, method, plan.args ? [Object, Context, plan.args] : [Object, Context]);
  const { prototype } = RelationResolver;
  FieldResolver(plan.type as () => never, { description: plan.description, nullable: plan.nullable ?? false })(
    prototype,
    name,
    Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>,
  );
  Root()(prototype, name, 0);
  Ctx()(prototype, name, 1);
  if (plan.args) {
    const { args } = plan;
    Args(() => args)(prototype, name, 2);
  }
  return RelationResolver;
}

function define(target: ResolverClass, name: string, method: object, parameterTypes: unknown[]): void {
  Object.defineProperty(target.prototype, name, { value: method, writable: true, configurable: true });
  Reflect.defineMetadata('design:paramtypes', parameterTypes, target.prototype as object, name);
}

/** The row a key of the owner names. A key that may be null makes a field that may be null. */
export const toOne = <O extends Node>(
  type: () => RowType<Node>,
  key: keyof O & string,
  description: string,
  nullable: 'nullable' | 'always' = 'always',
): FieldPlan<O> => ({
  type,
  nullable: nullable === 'nullable',
  description,
  resolve: (row, ctx) => {
    const id = row[key] as string | null;
    return id == null ? null : ctx.store.find(type(), id);
  },
});

/** The one row of another type whose key is the owner, if there is one. */
export const toOneBack = <O extends Node>(type: RowType<Node>, by: string, description: string): FieldPlan<O> => ({
  type: () => type,
  nullable: true,
  description,
  resolve: async (row, ctx) => (await ctx.store.children(type, by, row.id))[0] ?? null,
});

/** A short list of rows whose key is the owner. */
export const toFew = <O extends Node>(
  type: RowType<Node>,
  by: string,
  orderBy: readonly string[],
  description: string,
): FieldPlan<O> => ({
  type: () => [type],
  description,
  resolve: (row, ctx) => ctx.store.children(type, by, row.id, orderBy),
});

/** A short list of rows that a joining table ties to the owner. */
export const toFewThrough = <O extends Node>(
  type: RowType<Node>,
  link: Link,
  orderBy: readonly string[],
  description: string,
): FieldPlan<O> => ({
  type: () => [type],
  description,
  resolve: (row, ctx) => ctx.store.linked(type, link, row.id, orderBy),
});

/** A list of any length, in pages. */
export const toMany = <O extends Node>(listing: ListingType, parentage: Parentage, description: string): FieldPlan<O> => ({
  type: () => listing.Connection,
  description,
  args: listing.Args,
  resolve: async (row, ctx, request) =>
    toConnection(await ctx.store.page(listing, request, parentage, row.id), () =>
      totalOf(ctx, { listing, request, isWhole: false }, () => ctx.store.count(listing, request, parentage, row.id)),
    ),
});

/** A list at the root: all rows of the actor's committee, in pages. */
/** @param readers the only roles that may ask for it; everyone of the committee when not given */
export function rootList(name: string, listing: ListingType, description: string): ResolverClass {
  @Resolver()
  class RootListResolver {}
  const { prototype } = RootListResolver;
  const method = async (ctx: Context, request: PageRequest) => {
    return toConnection(await ctx.store.page(listing, request), () =>
      totalOf(ctx, { listing, request, isWhole: true }, () => ctx.store.count(listing, request)),
    );
  };
  define(RootListResolver, name, method, [Context, listing.Args]);
  Query(() => listing.Connection, { description })(
    prototype,
    name,
    Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>,
  );
  Ctx()(prototype, name, 0);
  Args(() => listing.Args)(prototype, name, 1);
  return RootListResolver;
}
