import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';

const LONGEST = 300;

/** Told what a request asks, in a line. */
export type OnOperation<TContext> = (context: TContext, operation: string) => void;

export const operationPlugin = <TContext extends BaseContext>(
  onOperation: OnOperation<TContext>,
): ApolloServerPlugin<TContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation) onOperation(contextValue, inALine(operation));
      },
    };
  },
});

/** "query Board: findings, actions". Arguments and variables are left out, since they may hold what people wrote. */
function inALine({ operation, name, selectionSet }: OperationDefinitionNode): string {
  const fields = selectionSet.selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '…'));
  return `${[operation, name?.value].filter(Boolean).join(' ')}: ${fields.join(', ')}`.slice(0, LONGEST);
}
