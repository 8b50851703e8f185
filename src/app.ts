import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataSource } from 'typeorm';
import { bearerToken, readToken } from './access/tokens';
import type { Actor } from './access/actor';
import { Context } from './api/context';
import { policyOf } from './api/verbs';
import { serveExplorer } from './graphql/explorer';
import { createGraphqlHandler, type GraphqlHandler, type HandlerOptions } from './graphql/handler';
import { defaultLimits } from './graphql/limits';
import { makeSchema } from './graphql/schema';
import type { Clock } from './kernel/clock';
import { unauthenticated } from './kernel/errors';
import { dateAt } from './kernel/localDate';
import { findActor } from './store/actors';
import { verbs } from './verbs';
import { serveChart } from './web/chartFiles';

export interface AppParts {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly tokenSecret: string;
  readonly production: boolean;
  readonly corsOrigins: readonly string[];
  readonly maxInFlight: number;
  readonly log: HandlerOptions<Context>['log'];
}

export interface App {
  readonly server: GraphqlHandler<Context>['server'];
  /** A request's context for someone who is already signed in. */
  contextOf(actor: Actor): Context;
  /** Answers the API and its explorer; false when the address is neither. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  stop(): Promise<void>;
}

const policy = policyOf(verbs);

/** The one place where the parts are put together, for the program and for its tests. */
export async function createApp(parts: AppParts): Promise<App> {
  const { dataSource, clock, production, corsOrigins, maxInFlight, log } = parts;
  const contextOf = (actor: Actor): Context => new Context({ dataSource, actor, clock, policy });
  const graphql = await createGraphqlHandler<Context>({
    schema: await makeSchema(),
    contextFor: async ({ authorization }) => contextOf(await signIn(parts, authorization)),
    lookBack: (context, moment) => context.lookBackTo(moment),
    limits: defaultLimits,
    introspection: true,
    ...{ production, corsOrigins, maxInFlight, log },
  });
  return {
    server: graphql.server,
    contextOf,
    handle: async (req, res) => {
      if (pathOf(req) !== '/graphql') return (await serveChart(req, res, graphql.ask)) || serveExplorer(req, res);
      await graphql.handle(req, res);
      return true;
    },
    stop: () => graphql.stop(),
  };
}

async function signIn({ dataSource, clock, tokenSecret }: AppParts, authorization: string | undefined): Promise<Actor> {
  const now = clock();
  const subject = await readToken(tokenSecret, bearerToken(authorization), now);
  const actor = await findActor(dataSource, subject, dateAt(now));
  if (!actor) throw unauthenticated();
  return actor;
}

const pathOf = (req: IncomingMessage): string => (req.url ?? '/').split('?')[0] ?? '/';
