import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { visit, BREAK, Kind, type DocumentNode } from 'graphql';

/** Done for a request before anything is read for it. */
export type BeforeReading<TContext> = (context: TContext) => Promise<void>;

/** Lets publications out that are due, where a request asks for something that may be answered from them. */
export const publicationsPlugin = <TContext extends BaseContext>(
  publish: BeforeReading<TContext>,
): ApolloServerPlugin<TContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (asksForCounts(document)) await publish(contextValue);
      },
    };
  },
});

const answeredFromPublications: readonly string[] = ['statusSummary', 'totalCount', 'totalCountDisclosure'];

function asksForCounts(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      asks = answeredFromPublications.includes(name.value);
      return asks ? BREAK : undefined;
    },
  });
  return asks;
}
