import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextDidResolveOperation } from '@apollo/server';

/** Done for a request when it is known what it asks, before anything is read for it. */
export type BeforeReading<TContext extends BaseContext> = (
  request: GraphQLRequestContextDidResolveOperation<TContext>,
) => Promise<void>;

/** One step after the other: Apollo runs the hooks of different plugins at once, and two steps may need the same connection. */
export const beforeReadingPlugin = <TContext extends BaseContext>(
  steps: readonly BeforeReading<TContext>[],
): ApolloServerPlugin<TContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation(request) {
        for (const step of steps) await step(request);
      },
    };
  },
});
