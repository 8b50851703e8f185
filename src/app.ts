import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataSource } from 'typeorm';
import type { Actor } from './access/actor';
import { callerOf } from './access/caller';
import type { TrustedIssuer } from './access/issuer';
import { createIssuerTokens, type IssuerTrouble } from './access/issuerTokens';
import { countRefusedSignIns, type RefusalLimits, type SlowedDown } from './access/refusedSignIns';
import { Context } from './api/context';
import { policyOf } from './api/verbs';
import { serveExplorer } from './graphql/explorer';
import { createGraphqlHandler, type GraphqlHandler, type HandlerOptions } from './graphql/handler';
import { defaultLimits } from './graphql/limits';
import { makeSchema } from './graphql/schema';
import type { Clock } from './kernel/clock';
import { createSignIn } from './members/signIn';
import { createPublisher } from './summary/publication.service';
import { guardTexts } from './privacy/textGuard.service';
import { readings } from './readings';
import { verbs } from './verbs';
import { serveChart } from './web/chartFiles';

export interface AppParts {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Who may vouch for people. */
  readonly issuers: readonly TrustedIssuer[];
  /** Signs development tokens, which are taken outside production only. */
  readonly tokenSecret?: string | undefined;
  readonly production: boolean;
  /** Whether tools may read the schema. */
  readonly introspection: boolean;
  readonly corsOrigins: readonly string[];
  readonly maxInFlight: number;
  readonly log: HandlerOptions<Context>['log'];
  readonly onIssuerTrouble: (trouble: IssuerTrouble) => void;
  readonly signInRefusals: RefusalLimits;
  /** How many proxies of our own stand before the service; each adds the address it saw. */
  readonly trustedProxies: number;
  readonly onSlowedDown: (slowed: SlowedDown) => void;
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
  const { dataSource, clock, production, introspection, corsOrigins, maxInFlight, log } = parts;
  const contextOf = (actor: Actor): Context =>
    new Context({ dataSource, actor, clock, policy, reading: readings, guard: guardTexts });
  const signIn = signInOf(parts);
  const publish = createPublisher(parts);
  const graphql = await createGraphqlHandler<Context>({
    schema: await makeSchema(),
    contextFor: async (req, documents) => contextOf(await signIn(callerOf(req, parts.trustedProxies), documents)),
    lookBack: (context, moment) => context.lookBackTo(moment),
    onOperation: (context, operation) => context.runs(operation),
    publish: ({ actor }) => publish(actor),
    limits: defaultLimits,
    ...{ production, introspection, corsOrigins, maxInFlight, log },
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

function signInOf(parts: AppParts) {
  const { dataSource, clock, issuers, production, tokenSecret } = parts;
  const readIssuerToken = createIssuerTokens({ issuers, clock, onTrouble: parts.onIssuerTrouble });
  const refusedSignIns = countRefusedSignIns(parts.signInRefusals, clock, parts.onSlowedDown);
  const developmentSecret = production ? undefined : tokenSecret;
  return createSignIn({ dataSource, clock, readIssuerToken, refusedSignIns, developmentSecret });
}

const pathOf = (req: IncomingMessage): string => (req.url ?? '/').split('?')[0] ?? '/';
