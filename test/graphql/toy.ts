import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, GraphQLError, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import type { FailureLine } from '../../src/graphql/formatError';
import { createGraphqlHandler, type GraphqlHandler, type HandlerOptions } from '../../src/graphql/handler';
import { defaultLimits } from '../../src/graphql/limits';
import { ruleBroken, unauthenticated } from '../../src/kernel/errors';

const typeDefs = `
  scalar Day
  enum Colour { RED GREEN }
  type Query {
    viewer: Person
    source(id: ID!): Source
    sources(first: Int = 20, last: Int, filter: Filter): SourceConnection!
    plain: [Source!]!
    points(first: Int): [Point!]!
    echo(text: String, items: [String!], amount: Float, count: Int, input: NoteInput, day: Day, colour: Colour): String
    fail(how: String!): String
    needed: String!
    slow: String
  }
  type Mutation { record(input: NoteInput!): Recorded! }
  type Subscription { tick: String }
  input Filter { text: String, under: Filter }
  input NoteInput { title: String!, day: Day, notes: [NoteInput!], counts: [Int!] }
  type Recorded { source: Source }
  type Person { name: String, sources(first: Int, last: Int): SourceConnection! }
  type Point { value: Float }
  type PageInfo { hasNextPage: Boolean! }
  type Source { id: ID!, title: String, parent: Source, tags: [String!]!, kin: [Source!]!, sources(first: Int, last: Int): SourceConnection! }
  type SourceEdge { cursor: String!, node: Source! }
  type SourceConnection { edges: [SourceEdge!]!, nodes: [Source!]!, pageInfo: PageInfo!, totalCount: Int! }
`;

const person = { name: 'Ailsa', sources: () => sources };
const source = { id: '1', title: 'A source', tags: [], kin: [], parent: null, sources: () => sources };
const sources = { edges: [{ cursor: 'c', node: source }], nodes: [source], pageInfo: { hasNextPage: false }, totalCount: 1 };

/** A field that runs until a test lets it go, so that no test depends on how fast a machine is. */
export class SlowField {
  readonly begun: Promise<void>;
  private begin: () => void = () => undefined;
  private finish: () => void = () => undefined;
  private readonly finished: Promise<void>;

  constructor() {
    this.begun = new Promise((resolve) => (this.begin = resolve));
    this.finished = new Promise((resolve) => (this.finish = resolve));
  }

  async run(): Promise<string> {
    this.begin();
    await this.finished;
    return 'done';
  }

  letGo(): void {
    this.finish();
  }
}

const failures: Readonly<Record<string, () => unknown>> = {
  refusal: () => ruleBroken('action.orphan', 'An action needs a finding.', 'input.findingIds'),
  secret: () => new Error('the password is hunter2'),
  database: () => Object.assign(new Error('invalid input syntax for type uuid: "hunter2"'), { code: '22P02' }),
};

const resolversWith = (slow: SlowField): Readonly<Record<string, (args: { how: string }) => unknown>> => ({
  viewer: () => person,
  source: () => source,
  sources: () => sources,
  plain: () => [source],
  points: () => [],
  echo: () => 'echoed',
  needed: () => null,
  record: () => ({ source }),
  slow: () => slow.run(),
  fail: ({ how }) => {
    throw failures[how]?.();
  },
});

/** A schema with every shape that limits look at, without decorators or a database. */
export function toySchema(slow: SlowField = new SlowField()): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const resolvers = resolversWith(slow);
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const [name, field] of Object.entries(type?.getFields() ?? {}))
      field.resolve = (_root, args) => resolvers[name]?.(args as { how: string });
  }
  const day = schema.getType('Day') as GraphQLScalarType;
  day.parseValue = (value) => {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
    throw new GraphQLError('A date is written YYYY-MM-DD.', { extensions: { code: 'BAD_USER_INPUT', rule: 'date' } });
  };
  day.parseLiteral = (node) => day.parseValue('value' in node ? node.value : undefined);
  return schema;
}

export interface ToyServer {
  readonly url: string;
  readonly lines: FailureLine[];
  /** How many contexts were opened and how many were ended. */
  readonly contexts: { opened: number; ended: number };
  readonly handler: GraphqlHandler<object>;
  readonly slow: SlowField;
  close(): Promise<void>;
}

export const TOKEN = 'Bearer toy';

type Changes = Partial<HandlerOptions<object>>;

/** The real handler on a real socket. */
export async function startToy(changes: Changes = {}): Promise<ToyServer> {
  const lines: FailureLine[] = [];
  const contexts = { opened: 0, ended: 0 };
  const slow = new SlowField();
  const handler = await createGraphqlHandler({ ...toyOptions(lines, contexts), schema: toySchema(slow), ...changes });
  const http = createServer((req: IncomingMessage, res: ServerResponse) => void handler.handle(req, res));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, lines, contexts, handler, slow, close: () => closed(handler, http) };
}

function toyOptions(lines: FailureLine[], contexts: { opened: number; ended: number }): Omit<HandlerOptions<object>, 'schema'> {
  return {
    limits: defaultLimits,
    production: true,
    introspection: true,
    log: (line) => lines.push(line),
    corsOrigins: [],
    maxInFlight: 20,
    contextFor: async ({ headers }) => {
      if (headers.authorization !== TOKEN) throw unauthenticated();
      contexts.opened += 1;
      return { end: async () => void (contexts.ended += 1) };
    },
  };
}

async function closed(handler: GraphqlHandler<object>, http: Server): Promise<void> {
  await handler.stop();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly errors: { message: string; extensions: Record<string, unknown> }[];
  readonly data: unknown;
  readonly extensions: Record<string, unknown> | undefined;
}

/** Sends any request, as a signed-in caller who takes the newer media type, and reads the answer as JSON where it is. */
export async function sendTo(url: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Answer> {
  const headers = {
    authorization: TOKEN,
    accept: 'application/graphql-response+json',
    ...(init.headers as Record<string, string>),
  };
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  const body = text ? (JSON.parse(text) as Partial<Answer>) : {};
  return {
    status: response.status,
    headers: response.headers,
    text,
    errors: body.errors ?? [],
    data: body.data,
    extensions: body.extensions,
  };
}

export const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  sendTo(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
