import type { BaseContext } from '@apollo/server';
import { visit, BREAK, Kind, type DocumentNode } from 'graphql';
import type { BeforeReading } from './beforeReading';

/** Lets out what is due of a committee's counts. */
export type Publish<TContext> = (context: TContext) => Promise<void>;

/** Lets publications out that are due, where a request asks for something that may be answered from them. */
export const publishing =
  <TContext extends BaseContext>(publish: Publish<TContext>): BeforeReading<TContext> =>
  async ({ document, contextValue }) => {
    if (asksForCounts(document)) await publish(contextValue);
  };

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
