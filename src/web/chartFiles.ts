import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked, Asking } from '../graphql/handler';
import { answerToError, contentType, HttpRefusal, send, type HttpAnswer } from '../graphql/httpAnswer';
import { badInput, notFound } from '../kernel/errors';
import { chartPageStyleHash } from '../pictures/chartPage';
import { svgPng } from '../pictures/svgPng';

/*
 * The charts of measures at addresses of their own, for pages, packs and downloads: /charts/<measure>.svg, .png and .html.
 * They ask the API in the caller's name, so that rights, limits and refusals are the same. An address without an ending
 * leads to the page, whatever the id: it is not looked up, so a caller who is not signed in learns nothing from it.
 */
const ADDRESS = /^\/charts\/([\w-]+)(?:\.(svg|png|html))?$/;

/** The arguments of the fields that may be chosen in an address, by name, with their types. */
const chartChoices = {
  ...{ kind: 'ChartKind', ruleSet: 'RuleSet', fromOn: 'LocalDate', toOn: 'LocalDate', baselineEndOn: 'LocalDate' },
  ...{ freezeAfter: 'Int', phasesStartOn: '[LocalDate!]', centreLine: 'Float', rebaseSide: 'RebaseSide' },
  screensMovingRanges: 'Boolean',
};
const pictureChoices = { width: 'Int', height: 'Int' };

type Choices = Readonly<Record<string, string>>;

interface Format {
  readonly field: string;
  /** What may be chosen of the field itself; the choices of the chart are the same for all. */
  readonly own: Choices;
  readonly contentType: string;
  readonly policy: string;
  readonly encoded: (text: string) => Buffer | Promise<Buffer>;
}

const nothing = "default-src 'none'; frame-ancestors 'none'";
const asText = (text: string): Buffer => Buffer.from(text, 'utf8');
const svg = { field: 'svg', own: pictureChoices, policy: nothing };

const formats: Readonly<Record<string, Format>> = {
  svg: { ...svg, contentType: 'image/svg+xml; charset=utf-8', encoded: asText },
  // Drawn from the SVG when the API has answered, so that nobody waits for the database meanwhile.
  png: { ...svg, contentType: 'image/png', encoded: (text) => svgPng(text, 2) },
  html: {
    field: 'page',
    own: {},
    contentType: 'text/html; charset=utf-8',
    policy: `${nothing}; style-src '${chartPageStyleHash}'`,
    encoded: asText,
  },
};

function documentOf({ field, own }: Format): string {
  const declared = Object.entries({ ...chartChoices, ...own }).map(([name, type]) => `$${name}: ${type}`);
  const passed = (choices: Choices): string => {
    const pairs = Object.keys(choices).map((name) => `${name}: $${name}`);
    return pairs.length === 0 ? '' : `(${pairs.join(', ')})`;
  };
  return `query($id: ID!, ${declared.join(', ')}) {
    node(id: $id) { ... on Measure { chart${passed(chartChoices)} { file: ${field}${passed(own)} } } }
  }`;
}

/** Serves a chart; false when the path is another's. */
export async function serveChart(req: IncomingMessage, res: ServerResponse, ask: Asking): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?', 2);
  const [, id, ending] = ADDRESS.exec(path) ?? [];
  if (!id) return false;
  send(res, await answerTo(req, { id, search, format: formats[ending ?? ''] }, ask));
  return true;
}

interface Wanted {
  readonly id: string;
  readonly search: string;
  /** None when the address has no ending. */
  readonly format: Format | undefined;
}

async function answerTo(req: IncomingMessage, { id, search, format }: Wanted, ask: Asking): Promise<HttpAnswer> {
  try {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      throw new HttpRefusal(405, 'http.method', 'A chart is fetched with GET.', { allow: 'GET, HEAD' });
    }
    if (!format) return { status: 302, headers: { location: `${id}.html${encoded(search)}` }, body: '' };
    const { data, errors } = await ask(req, { document: documentOf(format), variables: { ...choicesIn(search, format), id } });
    if (errors) return { status: statusOf(errors), headers: contentType(errorType), body: JSON.stringify({ errors }) };
    const file = fileIn(data);
    if (file === undefined) throw notFound('measure');
    const headers = { 'content-type': format.contentType, 'content-security-policy': format.policy };
    return { status: 200, headers, body: await format.encoded(file) };
  } catch (error) {
    return answerToError(error, errorType, { requestId: ask.requestIdOf(req), log: ask.log });
  }
}

/** A query as a header may carry it: what no browser would send unescaped is escaped. */
const encoded = (search: string): string => (search === '' ? '' : `?${search.replace(/[^!-~]/g, encodeURIComponent)}`);

/** With this type a bad request is a 400 and not an answer. */
const errorType = 'application/graphql-response+json';

/** What is asked for in the address, as variables of the query. */
function choicesIn(search: string, { own }: Format): Record<string, unknown> {
  const types: Choices = { ...chartChoices, ...own };
  const given = new URLSearchParams(search);
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, choiceOf(name, types[name], given.getAll(name))]));
}

function choiceOf(name: string, type: string | undefined, values: readonly string[]): unknown {
  const refused = (what: string) =>
    badInput(name, `A chart cannot be asked for by ${JSON.stringify(name)}${what}.`, 'chart.choice');
  const [value = ''] = values;
  if (type === undefined) throw refused('');
  if (values.some((each) => each.trim() === '')) throw refused(' without saying which');
  if (type.startsWith('[')) return values;
  if (values.length > 1) throw refused(' more than once');
  if (type === 'Boolean') return value === 'true' || (value === 'false' ? false : value);
  return type === 'Int' || type === 'Float' ? Number(value) : value;
}

const statusOf = (errors: NonNullable<Asked['errors']>): number =>
  errors.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR') ? 500 : 400;

function fileIn(data: Asked['data']): string | undefined {
  const node = data?.node as { chart?: { file: string } } | null | undefined;
  return node?.chart?.file;
}
