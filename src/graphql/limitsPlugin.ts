import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { getVariableValues, GraphQLError, Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { Refusal } from '../kernel/errors';
import { weigh, type Weight } from './cost';
import { assertVariablesStorable } from './inputChecks';
import { assertWithin, inWords, limitBroken, type Limits } from './limits';

/** Weighs each operation before it runs, refuses what is over a limit, and tells the caller the cost either way. */
export const limitsPlugin = (limits: Limits): ApolloServerPlugin => ({
  async requestDidStart() {
    let requested: number | undefined;
    return {
      async didResolveOperation(request) {
        if (!request.operation) return;
        const { operation } = request;
        asGraphQLError(() => {
          assertAllowed(request, operation, limits);
          const weight = weightOf(request, operation, limits);
          requested = weight?.cost;
          if (weight) assertLight(weight, limits);
        });
      },
      async willSendResponse({ response }) {
        if (requested === undefined || response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, cost: { requested, limit: limits.cost } };
      },
    };
  },
});

type Resolved = GraphQLRequestContextDidResolveOperation<BaseContext>;

function assertAllowed({ document, request }: Resolved, operation: OperationDefinitionNode, limits: Limits): void {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw new Refusal('BAD_USER_INPUT', 'Subscriptions are not offered here: ask again with a query.', {
      rule: 'operation.subscription',
    });
  }
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  assertWithin('operations', limits, operations.length, 'operations');
  assertWithin('variables', limits, operation.variableDefinitions?.length ?? 0, 'variables');
  assertVariablesStorable(request.variables ?? {}, limits);
}

/** Variables of the wrong type have no weight: execution refuses them, naming each, before it reads anything. */
function weightOf(
  { schema, document, request }: Resolved,
  operation: OperationDefinitionNode,
  limits: Limits,
): Weight | undefined {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 1 });
  return coerced && weigh({ schema, document, operation, variables: coerced, limits });
}

function assertLight(weight: Weight, limits: Limits): void {
  assertWithin('aliases', limits, weight.aliases, 'aliases');
  assertWithin('fields', limits, weight.fields, 'fields');
  assertWithin('depth', limits, weight.depth, 'levels');
  assertWithin('introspectionDepth', limits, weight.introspectionDepth, 'levels of introspection');
  if (weight.cost <= limits.cost) return;
  const sizes = `would cost ${inWords(weight.cost)} and the limit is ${inWords(limits.cost)}`;
  throw limitBroken('cost', `This request ${sizes}: ask for smaller pages or fewer levels.`);
}

/** Apollo takes the HTTP status of a refused request from the error. */
function asGraphQLError(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
  }
}
