import type { BaseContext } from '@apollo/server';
import {
  DirectiveLocation,
  getDirectiveValues,
  getVariableValues,
  GraphQLDirective,
  GraphQLError,
  GraphQLNonNull,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { GraphQLISODateTime } from 'type-graphql';
import { Refusal } from '../kernel/errors';
import type { BeforeReading } from './beforeReading';

/** Only on queries: nothing is changed in the past, so GraphQL's own rules refuse it on a mutation. */
export const asAtDirective = new GraphQLDirective({
  name: 'asAt',
  description:
    'Answers the whole query as it stood at a moment: `query @asAt(moment: "2026-03-31T23:59:59Z") { … }`. Lists, filters, totals, links, ' +
    'charts and what is worked out from them show what was recorded by then, and today is that day. What was recorded later changes nothing ' +
    'of it. What you may see is settled by your rights now.',
  locations: [DirectiveLocation.QUERY],
  args: {
    moment: {
      type: new GraphQLNonNull(GraphQLISODateTime),
      description: 'Not in the future, and not before the committee’s record here begins.',
    },
  },
});

/** Turns every read of a request to a moment. @throws a refusal for a moment that cannot be shown */
export type LookBack<TContext> = (context: TContext, moment: Date) => Promise<void>;

export const lookingBack =
  <TContext extends BaseContext>(lookBack: LookBack<TContext>): BeforeReading<TContext> =>
  async ({ schema, operation, request, contextValue }) => {
    const moment = operation && momentOf(schema, operation, request.variables ?? {});
    if (!moment) return;
    try {
      await lookBack(contextValue, moment);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
    }
  };

/** Variables of the wrong type are refused by the execution, which names each. */
function momentOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: object): Date | undefined {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables }, { maxErrors: 1 });
  return coerced && (getDirectiveValues(asAtDirective, operation, coerced)?.moment as Date | undefined);
}
