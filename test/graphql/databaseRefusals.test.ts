import { GraphQLError } from 'graphql';
import { formatError } from '../../src/graphql/formatError';
import { refusalOf } from '../../src/store/refusals';

const SECRET = 'hunter2';

describe('what PostgreSQL refuses', () => {
  const failed = (code: string, more: object = {}) =>
    Object.assign(new Error(`invalid input: "${SECRET}"`), { driverError: { code, message: 'ours', ...more } });

  test.each([
    ['22021', 'BAD_USER_INPUT'],
    ['22P02', 'BAD_USER_INPUT'],
    ['22P05', 'BAD_USER_INPUT'],
    ['22003', 'BAD_USER_INPUT'],
    ['22001', 'BAD_USER_INPUT'],
    ['22008', 'BAD_USER_INPUT'],
    ['2201B', 'BAD_USER_INPUT'],
    ['2201W', 'BAD_USER_INPUT'],
    ['54001', 'BAD_USER_INPUT'],
    ['23503', 'BAD_USER_INPUT'],
    ['23514', 'BAD_USER_INPUT'],
    ['23505', 'CONFLICT'],
    ['40001', 'CONFLICT'],
    ['40P01', 'CONFLICT'],
    ['55P03', 'CONFLICT'],
    ['42501', 'FORBIDDEN'],
    ['57014', 'TIMEOUT'],
    ['08006', 'UNAVAILABLE'],
    ['57P01', 'UNAVAILABLE'],
    ['57P03', 'UNAVAILABLE'],
    ['53100', 'UNAVAILABLE'],
    ['53300', 'UNAVAILABLE'],
    ['ECONNREFUSED', 'UNAVAILABLE'],
    ['42601', undefined],
    ['23502', undefined],
    ['P0001', undefined],
  ])('%s is %s', (code, expected) => {
    const refusal = refusalOf(failed(code));
    expect(refusal?.code).toBe(expected);
    expect(refusal?.message ?? '').not.toContain(SECRET);
  });

  test.each([
    ['Query read timeout', 'TIMEOUT'],
    ['timeout exceeded when trying to connect', 'UNAVAILABLE'],
    ['Connection terminated unexpectedly', 'UNAVAILABLE'],
    ['Connection terminated due to connection timeout', 'UNAVAILABLE'],
  ])('%s is %s', (message, code) => {
    expect(refusalOf(new Error(message))?.code).toBe(code);
  });

  test.each(['P0001', '23503', '23514'])('a trigger that names its rule speaks for itself (%s)', (code) => {
    const refusal = refusalOf(failed(code, { constraint: 'action.orphan', message: 'An action needs a finding.' }));
    expect(refusal).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'An action needs a finding.',
      details: { rule: 'action.orphan' },
    });
  });

  test('a constraint that is a rule is named, without the words of PostgreSQL', () => {
    const refusal = refusalOf(
      failed('23514', { constraint: 'action.dueDates', message: 'new row for relation "action" violates check constraint' }),
    );
    expect(refusal).toMatchObject({ code: 'RULE_BROKEN', message: 'This would break the rule "action.dueDates".' });
  });

  test('an address that cannot be reached over any protocol', () => {
    expect(refusalOf(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))?.code).toBe('UNAVAILABLE');
  });

  test('a statement that failed inside a resolver', () => {
    const wrapped = new GraphQLError('failed', { originalError: failed('22P02') });
    expect(formatError(wrapped, { requestId: 'req-1', log: () => undefined }).extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });
});
