import { Field, Int, ObjectType } from 'type-graphql';
import type { Page } from '../store/listing';
import type { RowType } from '../store/row';
import { Disclosure } from './disclosure.type';

@ObjectType({ description: 'Where a page lies in its list (GraphQL Cursor Connections).' })
export class PageInfo {
  @Field({ description: 'Whether there are rows after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether there are rows before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first row; send it as `before` with `last` to go back.',
  })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row; send it as `after` with `first` to go on.' })
  endCursor!: string | null;
}

/** A page with the way to count the whole list, used only when a client asks for the total. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  totalCount(): Promise<number | null>;
  totalCountDisclosure(): Promise<Disclosure>;
}

/** How many rows a list has, as far as whoever asks is told. */
export interface Total {
  readonly count: number | null;
  readonly disclosure: Disclosure;
}

export type ConnectionType<T> = new () => Connection<T>;

export function toConnection<T>(page: Page<T>, countTotal: () => Promise<Total> = untold): Connection<T> {
  let counting: Promise<Total> | undefined;
  const total = () => (counting ??= countTotal());
  return {
    edges: page.rows.map(({ cursor, row }) => ({ cursor, node: row })),
    nodes: page.rows.map(({ row }) => row),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.rows[0]?.cursor ?? null,
      endCursor: page.rows.at(-1)?.cursor ?? null,
    },
    totalCount: async () => (await total()).count,
    totalCountDisclosure: async () => (await total()).disclosure,
  };
}

const COUNTED = 'How many rows the whole list has, counted only when asked for.';
const FROM_PUBLICATIONS =
  'Readers below analyst are told numbers of publications only: null for them otherwise, which `totalCountDisclosure` says.';

/** To whom the total of a list is told; NONE for a list that tells nobody how many rows it has. */
export type TotalIs = 'OPEN' | 'KEPT_SMALL' | 'NONE';

/** Makes the connection and edge types of a type, named as GraphQL Cursor Connections asks. */
export function connectionType<T extends object>(type: RowType<T>, total: TotalIs): ConnectionType<T> {
  @ObjectType(`${type.name}Edge`, { description: `A ${type.name} in a list, with its place.` })
  class EdgeType {
    @Field({ description: 'The place of this row in the list; opaque.' })
    cursor!: string;

    @Field(() => type, { description: 'The row itself.' })
    node!: T;
  }

  @ObjectType(`${type.name}Connection`, { description: `A page of a list of ${type.name}.` })
  class ConnectionClass {
    @Field(() => [EdgeType], { description: 'The rows of this page with their places.' })
    edges!: readonly EdgeType[];

    @Field(() => [type], { description: 'The rows of this page, for those who need no cursors.' })
    nodes!: readonly T[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    totalCount(): Promise<number | null> {
      throw notMade();
    }

    totalCountDisclosure(): Promise<Disclosure> {
      throw notMade();
    }
  }
  if (total !== 'NONE') showTotal(ConnectionClass, total === 'OPEN');
  return ConnectionClass;
}

function showTotal(made: ConnectionType<object>, isOpen: boolean): void {
  const prototype = made.prototype as object;
  const descriptorOf = (name: string) => Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>;
  const description = isOpen ? COUNTED : `${COUNTED} ${FROM_PUBLICATIONS}`;
  Field(() => Int, { nullable: !isOpen, description })(prototype, 'totalCount', descriptorOf('totalCount'));
  Field(() => Disclosure, { description: 'Whether you are shown totalCount, and as of which publication.' })(
    prototype,
    'totalCountDisclosure',
    descriptorOf('totalCountDisclosure'),
  );
}

/** A list whose total is NONE has no field that asks for it. */
const untold = (): Promise<Total> => Promise.reject(new Error('This list has no total.'));

const notMade = (): Error => new Error('A connection is made by toConnection.');
