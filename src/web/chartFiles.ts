import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked, Asking } from '../graphql/handler';
import { answerToError, contentType, HttpRefusal, send, type HttpAnswer } from '../graphql/httpAnswer';
import { badInput, notFound } from '../kernel/errors';
import { chartPageStyleHash } from '../pictures/chartPage';

/*
 * The charts of measures at addresses of their own, for pages, packs and downloads: /charts/<measure>.svg, .png and .html.
 * They ask the API in the caller's name, so that rights, limits and refusals are the same.
 */
const ADDRESS = /^\/charts\/([\w-]+)\.(svg|png|html)$/;

const DOCUMENT = (field: string): string => `
  query($id: ID!, $kind: ChartKind, $ruleSet: RuleSet, $fromOn: LocalDate, $toOn: LocalDate, $baselineEndOn: LocalDate,
    $freezeAfter: Int, $width: Int, $height: Int) {
    node(id: $id) {
      ... on Measure {
        chart(kind: $kind, ruleSet: $ruleSet, fromOn: $fromOn, toOn: $toOn, baselineEndOn: $baselineEndOn, freezeAfter: $freezeAfter) {
          file: ${field}
        }
      }
    }
  }`;

interface Format {
  readonly document: string;
  readonly contentType: string;
  readonly policy: string;
  readonly encoding: BufferEncoding;
}

const sized = '(width: $width, height: $height)';
const nothing = "default-src 'none'; frame-ancestors 'none'";

const formats: Readonly<Record<string, Format>> = {
  svg: { document: DOCUMENT(`svg${sized}`), contentType: 'image/svg+xml; charset=utf-8', policy: nothing, encoding: 'utf8' },
  png: { document: DOCUMENT(`png${sized}`), contentType: 'image/png', policy: nothing, encoding: 'base64' },
  html: {
    document: DOCUMENT('page').replace(/, \$width: Int, \$height: Int/, ''),
    contentType: 'text/html; charset=utf-8',
    policy: `${nothing}; style-src '${chartPageStyleHash}'`,
    encoding: 'utf8',
  },
};

/** Serves a chart; false when the path is another's. */
export async function serveChart(req: IncomingMessage, res: ServerResponse, ask: Asking): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?', 2);
  const [, id, ending] = ADDRESS.exec(path) ?? [];
  const format = formats[ending ?? ''];
  if (!id || !format) return false;
  send(res, await answerTo(req, { id, search, format }, ask));
  return true;
}

interface Wanted {
  readonly id: string;
  readonly search: string;
  readonly format: Format;
}

async function answerTo(req: IncomingMessage, { id, search, format }: Wanted, ask: Asking): Promise<HttpAnswer> {
  try {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      throw new HttpRefusal(405, 'http.method', 'A chart is fetched with GET.', { allow: 'GET, HEAD' });
    }
    const { data, errors } = await ask(req, { document: format.document, variables: { ...choicesIn(search), id } });
    if (errors) return { status: statusOf(errors), headers: contentType(errorType), body: JSON.stringify({ errors }) };
    const file = fileIn(data);
    if (file === undefined) throw notFound('measure');
    const headers = { 'content-type': format.contentType, 'content-security-policy': format.policy };
    return { status: 200, headers, body: Buffer.from(file, format.encoding) };
  } catch (error) {
    return answerToError(error, errorType, { requestId: ask.requestIdOf(req), log: ask.log });
  }
}

/** With this type a bad request is a 400 and not an answer. */
const errorType = 'application/graphql-response+json';
const wholes = ['freezeAfter', 'width', 'height'];
const texts = ['kind', 'ruleSet', 'fromOn', 'toOn', 'baselineEndOn'];

/** What is asked for in the address, as variables of the query. */
function choicesIn(search: string): Record<string, string | number> {
  const given = [...new URLSearchParams(search)].map(([name, value]): [string, string | number] => {
    if (texts.includes(name)) return [name, value];
    if (wholes.includes(name)) return [name, Number(value)];
    throw badInput(name, `A chart cannot be asked for by ${JSON.stringify(name)}.`, 'chart.choice');
  });
  return Object.fromEntries(given);
}

const statusOf = (errors: NonNullable<Asked['errors']>): number =>
  errors.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR') ? 500 : 400;

function fileIn(data: Asked['data']): string | undefined {
  const node = data?.node as { chart?: { file: string } } | null | undefined;
  return node?.chart?.file;
}
