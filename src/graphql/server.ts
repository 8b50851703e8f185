import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { lookingBack, type LookBack } from './asAt';
import { beforeReadingPlugin } from './beforeReading';
import { operationPlugin, type OnOperation } from './operation';
import { formatError, formatErrors, type FailureLine, type Reporting } from './formatError';
import { requestErrorStatus } from './httpAnswer';
import { REQUEST_ID } from './httpRequest';
import { storableLiteralsRule } from './inputChecks';
import type { Limits } from './limits';
import { limitsPlugin } from './limitsPlugin';
import { publishing, type Publish } from './publications';

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly production: boolean;
  readonly introspection: boolean;
  readonly log: (line: FailureLine) => void;
}

/** Requests made inside the process, by our own pages and tests, come without one. */
const NO_REQUEST_ID = 'none';

const MOST_VALIDATION_ERRORS = 5;

/** What the service wants done around each request. */
export interface Hooks<TContext> {
  readonly lookBack?: LookBack<TContext>;
  readonly onOperation?: OnOperation<TContext>;
  readonly publish?: Publish<TContext>;
}

export async function startServer<TContext extends BaseContext>(
  options: ServerOptions & Hooks<TContext>,
): Promise<ApolloServer<TContext>> {
  const { schema, limits, production, introspection, log, lookBack, onOperation, publish } = options;
  const server = new ApolloServer<TContext>({
    schema,
    introspection,
    nodeEnv: production ? 'production' : 'development',
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // Documents are kept, parsed and validated, in Apollo's own cache, which is bounded by size.
    cache: 'bounded',
    // Our handler takes JSON only and no cookies, so a foreign page has nothing to forge with; Apollo's guard would refuse plain GET.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [storableLiteralsRule(limits)],
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    formatError: formatOutside,
    logger: loggerFor(log),
    plugins: [
      ...[...quietPlugins(), limitsPlugin(limits)],
      ...(onOperation ? [operationPlugin(onOperation)] : []),
      // Looking back holds a connection from then on, and publishing needs one.
      beforeReadingPlugin([...(publish ? [publishing(publish)] : []), ...(lookBack ? [lookingBack(lookBack)] : [])]),
      answersPlugin(log),
    ],
  });
  await server.start();
  return server;
}

/** Errors inside a request are written by `answersPlugin`, which knows the request; this sees only what Apollo refuses before one. */
const formatOutside = (_formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
  formatError(error, { requestId: NO_REQUEST_ID, log: () => undefined });

/** Rewrites the errors of an answer, and its status where GraphQL over HTTP wants 200 for plain JSON. */
const answersPlugin = (log: Reporting['log']): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors }) {
        if (!errors?.length || response.body.kind !== 'single') return;
        const headers = request.http?.headers;
        response.body.singleResult.errors = formatErrors(errors, { requestId: headers?.get(REQUEST_ID) ?? NO_REQUEST_ID, log });
        const isHttpError = errors.some(({ extensions }) => extensions.code === 'BAD_REQUEST');
        if (response.http.status !== 400 || isHttpError) return;
        if (headers?.get('accept') === 'application/json') response.http.status = requestErrorStatus('application/json');
      },
    };
  },
});

/** Nothing leaves for Apollo's services, whatever the environment says. */
const quietPlugins = (): ApolloServerPlugin[] => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

function loggerFor(log: Reporting['log']) {
  const write = (message?: unknown) => log({ event: 'request.failed', requestId: NO_REQUEST_ID, message: String(message) });
  const ignore = () => undefined;
  return { debug: ignore, info: ignore, warn: write, error: write };
}
