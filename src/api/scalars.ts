import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { EARLIEST_DATE, isLocalDate, LATEST_DATE, type LocalDate } from '../kernel/localDate';

function readDate(value: unknown): LocalDate {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new GraphQLError(
    `A date is written YYYY-MM-DD, exists in the calendar and lies between ${EARLIEST_DATE} and ${LATEST_DATE}.`,
    {
      extensions: { code: 'BAD_USER_INPUT', rule: 'date' },
    },
  );
}

export const LocalDateScalar = new GraphQLScalarType<LocalDate, string>({
  name: 'LocalDate',
  description: 'A calendar date without time, written YYYY-MM-DD (ISO 8601), for example 2026-03-31.',
  serialize: (value) => String(value),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : undefined),
});
