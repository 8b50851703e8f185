import { assertLexable } from '../../src/graphql/lexerGate';
import { defaultLimits } from '../../src/graphql/limits';
import { Refusal } from '../../src/kernel/errors';

function ruleOf(document: string): string | undefined {
  try {
    assertLexable(document, defaultLimits);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.details.rule;
    throw error;
  }
}

test.each([
  ['an ordinary query', '{ viewer { name } }', undefined],
  ['brackets inside text and comments', `{ echo(text: "${'{'.repeat(100)}") # ${'('.repeat(100)}\n }`, undefined],
  ['an empty document', '', undefined],
  ['a document the parser will refuse', '{ a(b: "unended', undefined],
  ['a stray character', '{ a ÿ } { } )', undefined],
  ['5,000 levels', '{a'.repeat(5000), 'limit.brackets'],
  ['65 levels of lists', `{ a(b: ${'['.repeat(65)}`, 'limit.brackets'],
  ['64 levels', '{a'.repeat(64), undefined],
  ['4,000 tokens', 'a '.repeat(4000), undefined],
  ['4,001 tokens', 'a '.repeat(4001), 'limit.tokens'],
  ['20 directives', `{ a ${'@skip '.repeat(20)} }`, undefined],
  ['21 directives', `{ a ${'@skip '.repeat(21)} }`, 'limit.directives'],
])('%s', (_name, document, rule) => {
  expect(ruleOf(document)).toBe(rule);
});

test('a very long document is refused without being read to its end', () => {
  const document = 'a '.repeat(2_000_000);
  const start = performance.now();
  expect(ruleOf(document)).toBe('limit.tokens');
  expect(performance.now() - start).toBeLessThan(500);
});
