import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Context } from '../api/context';
import type { AnswerData, Question } from '../api/question';

type Answer = (question: Question, context: Context) => Promise<AnswerData>;

/**
 * Answers the queries that are part of this program. They are few and fixed, so the limits of what strangers may ask do not
 * hold for them, and each is parsed once.
 */
export function answering(makeSchema: () => Promise<GraphQLSchema>): Answer {
  let schema: Promise<GraphQLSchema> | undefined;
  const parsed = new Map<string, DocumentNode>();
  return async ({ document, variables }, contextValue) => {
    schema ??= makeSchema();
    const known = parsed.get(document) ?? parse(document);
    parsed.set(document, known);
    const answer = await execute({ schema: await schema, document: known, variableValues: variables, contextValue });
    const [failed] = answer.errors ?? [];
    if (failed) throw failed.originalError ?? failed;
    return JSON.parse(JSON.stringify(answer.data)) as AnswerData;
  };
}
