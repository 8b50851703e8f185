import { GraphQLError, graphqlSync, parse, validate } from 'graphql';
import { formatError, formatErrors } from '../../src/graphql/formatError';
import { toySchema } from './toy';

const SECRET = 'hunter2';
const schema = toySchema();

const silent = { requestId: 'req-1', log: () => undefined };

describe("GraphQL's own errors do not repeat values", () => {
  const query =
    'query($input: NoteInput, $count: Int, $day: Day, $colour: Colour) { echo(input: $input, count: $count, day: $day, colour: $colour) }';

  test.each([
    [{ count: SECRET }, 'count', '"count": Int cannot represent non-integer value.'],
    [
      { input: { title: 'a', notes: [{ title: SECRET }, { title: [SECRET] }] } },
      'input.notes.1.title',
      /: String cannot represent a non string value\.$/,
    ],
    [
      { input: { title: 'a', counts: [1, SECRET] } },
      'input.counts.1',
      '"input.counts.1": Int cannot represent non-integer value.',
    ],
    [{ input: { notes: SECRET } }, 'input', /"input": Field "title" of required type "String!" was not provided\./],
    [{ input: { title: SECRET, titel: SECRET } }, 'input', '"input": Field "titel" is not defined by type "NoteInput".'],
    [
      { input: { title: null, counts: [] } },
      'input.title',
      '"input.title": Expected non-nullable type "String!" not to be null.',
    ],
    [{ input: SECRET }, 'input', '"input": Expected type "NoteInput" to be an object.'],
    [{ day: SECRET }, 'day', 'A date is written YYYY-MM-DD.'],
    [{ input: { title: 'a', day: SECRET } }, 'input.day', 'A date is written YYYY-MM-DD.'],
    [{ colour: SECRET }, 'colour', '"colour": The value does not exist in "Colour" enum.'],
  ])('variables %j', (variableValues, field, message) => {
    const { errors } = graphqlSync({ schema, source: query, variableValues });
    const formatted = formatErrors(errors ?? [], silent);
    expect(formatted[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field } });
    expect(formatted[0]?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(JSON.stringify(formatted)).not.toContain(SECRET);
  });

  test.each([
    [`{ echo(count: "${SECRET}") }`, 'Int cannot represent non-integer value.'],
    [`{ echo(text: 1${'2'.repeat(7)}) }`, 'String cannot represent a non string value.'],
    [`{ echo(day: "${SECRET}") }`, 'A date is written YYYY-MM-DD.'],
    [`{ echo(colour: "${SECRET}") }`, 'Enum "Colour" cannot represent non-enum value.'],
    [`{ echo(input: "${SECRET}") }`, 'Expected value of type "NoteInput".'],
    [
      `{ echo(input: { notes: [{ title: "${SECRET}" }] }) }`,
      'Field "NoteInput.title" of required type "String!" was not provided.',
    ],
  ])('literals %s', (source, message) => {
    const errors = validate(schema, parse(source)).map((error) => asApollo(error, 'GRAPHQL_VALIDATION_FAILED'));
    const formatted = formatErrors(errors, silent);
    expect(formatted[0]?.message).toBe(message);
    expect(JSON.stringify(formatted)).not.toContain(SECRET);
  });

  test('a syntax error near a text', () => {
    const error = asApollo(parseError(`{ echo "${SECRET}" }`), 'GRAPHQL_PARSE_FAILED');
    expect(formatError(error, silent)).toMatchObject({
      message: 'Syntax Error: Expected Name, found String.',
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  });

  test('an argument that turns out wrong while running', () => {
    const missing = new GraphQLError(
      'Argument "how" of required type "String!" was provided the variable "$h" which was not provided a runtime value.',
    );
    expect(formatError(missing, silent).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'how' });
  });
});

const asApollo = (error: GraphQLError, code: string) =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    originalError: error.originalError ?? error,
    extensions: { ...error.extensions, code },
  });

function parseError(source: string): GraphQLError {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
  }
  throw new Error('The test document parses.');
}
