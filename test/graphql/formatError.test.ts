import { GraphQLError, Kind, parse, type FieldNode } from 'graphql';
import { ArgumentValidationError, AuthorizationError } from 'type-graphql';
import { formatError, formatErrors, type FailureLine } from '../../src/graphql/formatError';
import { fieldsOf } from '../../src/graphql/validationFields';
import { forbidden, notFound, ruleBroken, stale } from '../../src/kernel/errors';

const SECRET = 'hunter2';

const silent = { requestId: 'req-1', log: () => undefined };

/** As GraphQL hands on what a resolver threw. */
const thrown = (originalError: Error, nodes?: FieldNode) =>
  new GraphQLError(originalError.message, { originalError, path: ['record', 'title'], ...(nodes ? { nodes: [nodes] } : {}) });

function fieldNode(source: string): FieldNode {
  const definition = parse(source).definitions[0];
  const field = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections[0] : undefined;
  if (field?.kind !== Kind.FIELD) throw new Error('The test has no field.');
  return field;
}

describe('refusals', () => {
  test.each([
    [
      ruleBroken('action.orphan', 'No finding.', 'input.findingIds'),
      { code: 'RULE_BROKEN', rule: 'action.orphan', field: 'input.findingIds' },
    ],
    [stale('action', 7), { code: 'STALE', currentVersion: 7, field: 'version' }],
    [notFound('plan', 'input.planId'), { code: 'NOT_FOUND', field: 'input.planId' }],
    [forbidden('Only a lead may.'), { code: 'FORBIDDEN' }],
  ])('%s is told as it is', (refusal, extensions) => {
    expect(formatError(thrown(refusal), silent)).toEqual({ message: refusal.message, path: ['record', 'title'], extensions });
  });

  test('a refusal wrapped twice is still found', () => {
    const refusal = forbidden('Only a lead may.');
    expect(formatError(thrown(thrown(refusal)), silent).extensions).toEqual({ code: 'FORBIDDEN' });
  });

  test("type-graphql's own refusal of a role", () => {
    expect(formatError(thrown(new AuthorizationError()), silent).extensions).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('class-validator', () => {
  const errors = [
    {
      property: 'title',
      value: SECRET,
      target: { title: SECRET },
      constraints: { isNotEmpty: 'title should not be empty', maxLength: 'title is too long' },
    },
    { property: 'points', children: [{ property: '1', children: [{ property: 'value', constraints: { min: 'too small' } }] }] },
  ];

  test('every message is told with the path of its field, and no value', () => {
    const error = new ArgumentValidationError(errors);
    const formatted = formatError(thrown(error, fieldNode('{ record(input: {}) }')), silent);
    expect(formatted.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.title',
      fields: [
        { field: 'input.title', messages: ['title should not be empty', 'title is too long'] },
        { field: 'input.points.1.value', messages: ['too small'] },
      ],
    });
    expect(formatted.message).toBe('The input is not right: input.title: title should not be empty; title is too long.');
    expect(JSON.stringify(formatted)).not.toContain(SECRET);
  });

  test.each([
    ['{ list(first: 1) }', 'first', 'first'],
    ['{ list(filter: {}, first: 1) }', 'first', 'first'],
    ['{ list(filter: {}) }', 'text', 'filter.text'],
    ['{ record(input: {}, other: 1) }', 'text', 'input.text'],
  ])('%s: the property %s is the field %s', (source, property, field) => {
    expect(fieldsOf([{ property, constraints: { a: 'b' } }], [fieldNode(source)])).toEqual([{ field, messages: ['b'] }]);
  });
});

describe('faults of ours', () => {
  test('are masked, and logged with the request id and the stack', () => {
    const lines: FailureLine[] = [];
    const formatted = formatError(thrown(new Error(`the password is ${SECRET}`)), {
      requestId: 'req-9',
      log: (line) => lines.push(line),
    });
    expect(formatted).toEqual({
      message: 'Something went wrong on our side. Quote this request id: req-9',
      path: ['record', 'title'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(lines).toEqual([
      {
        event: 'request.failed',
        requestId: 'req-9',
        message: `the password is ${SECRET}`,
        path: 'record.title',
        stack: expect.stringContaining('formatError.test.ts'),
      },
    ]);
  });

  test.each([[undefined], [null], ['text'], [{}], [new GraphQLError('Cannot return null for non-nullable field Query.needed.')]])(
    '%p is masked',
    (error) => {
      expect(formatError(error, silent).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    },
  );

  test('no more than five errors are told', () => {
    expect(formatErrors(Array(3000).fill(forbidden('No.')), silent)).toHaveLength(5);
  });
});
