import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import type { AskedNumber } from '../disclosure/catalogue';
import type { Conditions } from '../store/conditions';
import type { Listing, Order, PageRequest } from '../store/listing';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../store/pageSql';
import type { RowType } from '../store/row';
import { connectionType, type ConnectionType } from './connection';
import { describedEnum } from './describedEnum';

const OrderDirection = describedEnum('OrderDirection', 'Which end of an order comes first.', {
  ASC: 'Smallest, earliest or first in the alphabet first.',
  DESC: 'Largest, latest or last in the alphabet first.',
});

/**
 * What readers below analyst are told of how many rows a list has: the number as it is, since it counts nothing of a committee's
 * work (OPEN), the published number that a filter asks for, or nothing (CLOSED). A list of NONE tells nobody.
 */
export type TotalForAll = 'OPEN' | 'CLOSED' | 'NONE' | ((filter: object | null | undefined) => AskedNumber | null);

/** A list that clients can page through: what the store must know, and the GraphQL types made for it. */
export interface ListingType<T extends object = object, F extends object = object> extends Listing<T, F> {
  readonly total: TotalForAll;
  readonly Connection: ConnectionType<T>;
  readonly Args: new () => PageRequest;
}

export interface ListingDeclaration<F extends object> {
  readonly filter: new () => F;
  readonly where: Conditions<F>;
  readonly orders: Readonly<Record<string, Order>>;
  /** Closed unless it says otherwise. */
  readonly total?: TotalForAll;
}

/** Declares how a type is listed: its filter, how each filter field is asked, and its orders; the first order is the default. */
export function listing<T extends object, F extends object>(
  type: RowType<T>,
  declared: ListingDeclaration<F>,
): ListingType<T, F> {
  const { filter, where, orders, total = 'CLOSED' } = declared;
  const [firstOrder] = Object.keys(orders);
  if (!firstOrder) throw new Error(`${type.name} is listed in no order.`);
  return {
    type,
    where,
    orders,
    firstOrder,
    total,
    Connection: connectionType(type, typeof total === 'string' && total !== 'CLOSED' ? total : 'KEPT_SMALL'),
    Args: argsType(type, filter, orders, firstOrder),
  };
}

function argsType(
  type: RowType,
  filter: new () => object,
  orders: Readonly<Record<string, Order>>,
  firstOrder: string,
): new () => PageRequest {
  const OrderBy = orderByType(type, orders);

  @ArgsType()
  class ListArgs implements PageRequest {
    @Field(() => Int, {
      nullable: true,
      description: `How many rows from the start (default ${DEFAULT_PAGE}, at most ${LARGEST_PAGE}).`,
    })
    first?: number | null;

    @Field(() => String, { nullable: true, description: 'Start after this cursor; goes with first.' })
    after?: string | null;

    @Field(() => Int, { nullable: true, description: `How many rows from the end (at most ${LARGEST_PAGE}).` })
    last?: number | null;

    @Field(() => String, { nullable: true, description: 'End before this cursor; goes with last.' })
    before?: string | null;

    @IsOptional()
    @ValidateNested()
    @Field(() => filter, { nullable: true, description: 'Only rows that meet every condition given.' })
    filter?: object | null;

    @IsOptional()
    @ValidateNested()
    @Field(() => OrderBy, { nullable: true, description: `The order of the rows; ${firstOrder} when not given.` })
    orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  }
  return ListArgs;
}

function orderByType(
  type: RowType,
  orders: Readonly<Record<string, Order>>,
): new () => { field: string; direction: 'ASC' | 'DESC' } {
  const fields = Object.fromEntries(Object.keys(orders).map((name) => [name, name]));
  const valuesConfig = Object.fromEntries(Object.entries(orders).map(([name, { description }]) => [name, { description }]));
  registerEnumType(fields, {
    name: `${type.name}OrderField`,
    description: `What a list of ${type.name} can be ordered by.`,
    valuesConfig,
  });

  @InputType(`${type.name}OrderBy`, { description: `The order of a list of ${type.name}.` })
  class OrderByInput {
    @Field(() => fields, { description: 'What to order by.' })
    field!: string;

    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which end comes first.' })
    direction!: 'ASC' | 'DESC';
  }
  return OrderByInput;
}
