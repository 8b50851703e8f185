import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer, BaseContext, HTTPGraphQLRequest } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { LookBack } from './asAt';
import type { OnOperation } from './operation';
import { createBackpressure, type Backpressure } from '../kernel/backpressure';
import { corsHeaders, preflightAnswer } from './cors';
import { answerToError, contentType, HttpRefusal, send, type HttpAnswer } from './httpAnswer';
import { documentsIn, negotiated, readRequest, REQUEST_ID, requestIdOf } from './httpRequest';
import { assertLexable } from './lexerGate';
import type { MediaType } from './mediaType';
import type { Publish } from './publications';
import { startServer, type ServerOptions } from './server';

/** `end` gives back what the context holds; it is called once, after the operation ran and before the answer is sent. */
export type EndingContext<TContext> = TContext & { end(): Promise<void> };

export interface HandlerOptions<TContext extends BaseContext> extends ServerOptions {
  /** Signs the caller in, for the documents that the request asks to be run; a refusal thrown here is the answer. */
  readonly contextFor: (req: IncomingMessage, documents: readonly string[]) => Promise<EndingContext<TContext>>;
  /** How a query with the directive @asAt is answered; without it there is no looking back. */
  readonly lookBack?: LookBack<TContext>;
  /** Told what a request asks before it is run. */
  readonly onOperation?: OnOperation<TContext>;
  /** What is published of counts comes out by this; without it nothing does. */
  readonly publish?: Publish<TContext>;
  readonly corsOrigins: readonly string[];
  readonly maxInFlight: number;
}

export interface Asked {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs an operation in the name of whoever sent a request, as if they had sent it to the API. A failed sign-in is thrown. */
export interface Asking {
  (req: IncomingMessage, operation: { readonly document: string; readonly variables: Record<string, unknown> }): Promise<Asked>;
  requestIdOf(req: IncomingMessage): string;
  readonly log: HandlerOptions<BaseContext>['log'];
}

export interface GraphqlHandler<TContext extends BaseContext> {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  readonly ask: Asking;
  readonly server: ApolloServer<TContext>;
  /** Refuses new requests, waits for those that run, and stops Apollo. */
  stop(): Promise<void>;
}

export async function createGraphqlHandler<TContext extends BaseContext>(
  options: HandlerOptions<TContext>,
): Promise<GraphqlHandler<TContext>> {
  const server = await startServer<TContext>(options);
  const backpressure = createBackpressure(options.maxInFlight);
  const running = { options, server, backpressure };
  return {
    server,
    ask: Object.assign(asking(running), { requestIdOf, log: options.log }),
    handle: async (req, res) => {
      const requestId = requestIdOf(req);
      const answer = preflightAnswer(req, options.corsOrigins) ?? (await answerTo(req, requestId, running));
      send(res, { ...answer, headers: { ...answer.headers, ...corsHeaders(req, options.corsOrigins), [REQUEST_ID]: requestId } });
    },
    stop: async () => {
      await backpressure.drain();
      await server.stop();
    },
  };
}

const asking =
  <TContext extends BaseContext>({ options, server, backpressure }: Running<TContext>) =>
  (req: IncomingMessage, { document, variables }: { document: string; variables: Record<string, unknown> }): Promise<Asked> =>
    backpressure.run(async () => {
      const contextValue = await options.contextFor(req, [document]);
      try {
        const { body } = await server.executeOperation({ query: document, variables }, { contextValue });
        if (body.kind !== 'single') throw new Error('An answer in parts was made, which this service does not offer.');
        return body.singleResult;
      } finally {
        await contextValue.end();
      }
    });

interface Running<TContext extends BaseContext> {
  readonly options: HandlerOptions<TContext>;
  readonly server: ApolloServer<TContext>;
  readonly backpressure: Backpressure;
}

async function answerTo<TContext extends BaseContext>(
  req: IncomingMessage,
  requestId: string,
  running: Running<TContext>,
): Promise<HttpAnswer> {
  const { limits, log } = running.options;
  let type: MediaType = 'application/json';
  try {
    type = negotiated(req);
    const request = await readRequest(req, type, limits.bodyBytes);
    request.headers.set(REQUEST_ID, requestId);
    for (const document of documentsIn(request)) assertLexable(document, limits);
    // Only now, so that a slow sender holds no place and no database connection.
    const result = await running.backpressure.run(() => execute(req, request, requestId, running));
    return { ...result, headers: { ...result.headers, ...contentType(type) } };
  } catch (error) {
    return answerToError(error, type, { requestId, log });
  }
}

async function execute<TContext extends BaseContext>(
  req: IncomingMessage,
  httpGraphQLRequest: HTTPGraphQLRequest,
  requestId: string,
  { options, server }: Running<TContext>,
): Promise<HttpAnswer> {
  // Whoever gave up while waiting has probably sent it again.
  if (req.socket.destroyed) throw new HttpRefusal(400, 'http.closed', 'The caller went away before there was room.');
  const context = await options.contextFor(req, documentsIn(httpGraphQLRequest));
  try {
    const result = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
    if (result.body.kind !== 'complete') throw new Error('An answer in parts was made, which this service does not offer.');
    return { status: result.status ?? 200, headers: Object.fromEntries(result.headers), body: result.body.string };
  } finally {
    await context.end();
  }
}
