import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getOperationAST, OperationTypeNode, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { makeSchema } from '../src/graphql/schema';
import { startApi, type TestApi, type TestCommittee } from './support/api';
import { readMarkdown, type Fenced } from './support/markdown';
import { makeStrathfinella } from './support/strathfinella';

/*
 * What the documentation shows can be typed and works: every query is valid, those that only read run on the demonstration,
 * and an answer that stands right after a query is the answer to it.
 */
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const texts = [...filesIn('.', '.md'), ...filesIn('docs', '.md'), 'seeds/published/README.md'].map((file) => ({
  file,
  ...readMarkdown(readFileSync(file, 'utf8')),
}));
const readme = texts.find(({ file }) => file === 'README.md')!;

interface Shown {
  readonly where: string;
  readonly document: string;
  readonly answer?: unknown;
}

/** The answer to a query, when one stands right after it. */
function answerAfter(blocks: readonly Fenced[], index: number): unknown {
  const next = blocks[index + 1];
  return next?.language === 'json' ? JSON.parse(next.text) : undefined;
}

const shown: readonly Shown[] = [
  ...texts.flatMap(({ file, blocks }) =>
    blocks.flatMap(({ language, text, line }, index) =>
      language === 'graphql' ? [{ where: `${file}:${line}`, document: text, answer: answerAfter(blocks, index) }] : [],
    ),
  ),
  // Within a sentence of the README, whatever has a selection is a query too, with or without its outer braces.
  ...readme.spans
    .filter(({ text }) => text.includes(' { '))
    .map(({ text, line }) => ({ where: `README.md:${line}`, document: text.startsWith('{') ? text : `{ ${text} }` })),
  ...filesIn('examples', '.graphql').map((file) => ({ where: file, document: readFileSync(file, 'utf8') })),
];
/** Whether it needs nothing filled in and changes nothing; what cannot be parsed is for the test of validity to name. */
function isRunnable({ document }: Shown): boolean {
  const parsed = parsedOrFault(document);
  const operation = typeof parsed === 'string' ? undefined : getOperationAST(parsed);
  return operation?.operation === OperationTypeNode.QUERY && !operation.variableDefinitions?.length;
}

function parsedOrFault(document: string): DocumentNode | string {
  try {
    return parse(document);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('markdown', () => {
  test.each(texts)('$file: every code block is opened and closed by three backticks', ({ faults }) => {
    expect(faults).toEqual([]);
  });

  test.each(texts)('$file: links and pictures lead to files that are there', ({ file, links }) => {
    const local = links.filter((link) => !/^([a-z]+:|#)/.test(link)).map((link) => link.split('#')[0] ?? '');
    expect(local.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  test.each(texts)('$file: every heading occurs once', ({ headings }) => {
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
  });

  test('each kind of thing is found at all', () => {
    expect(readme.headings).toContain('## Driver diagrams');
    expect(readme.links).toContain('docs/pictures/core-group-drivers.svg');
    expect(shown.length).toBeGreaterThan(12);
    expect(shown.filter(({ answer }) => answer).length).toBeGreaterThan(1);
  });
});

describe('queries', () => {
  let api: TestApi;
  let schema: GraphQLSchema;
  let demonstration: TestCommittee;

  beforeAll(async () => {
    schema = await makeSchema();
    api = await startApi();
    api.clock.now = new Date('2026-11-25T10:00:00Z');
    demonstration = await makeStrathfinella(api);
  });
  afterAll(() => api.close());

  test.each(shown)('$where is valid', ({ document }) => {
    const parsed = parsedOrFault(document);
    expect(typeof parsed === 'string' ? [parsed] : validate(schema, parsed).map(({ message }) => message)).toEqual([]);
  });

  test.each(shown.filter(isRunnable))('$where runs, and answers what is said', async ({ document, answer }) => {
    const { data, errors } = await demonstration.as(document.includes('ForADashboard') ? 'PARTNER_VIEWER' : 'MEMBER')(document);
    expect(errors).toEqual([]);
    if (answer) expect({ data }).toEqual(answer);
  });
});
