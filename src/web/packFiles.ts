import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked, Asking } from '../graphql/handler';
import { answerToError, contentType, HttpRefusal, send, type HttpAnswer } from '../graphql/httpAnswer';
import { badInput, notFound } from '../kernel/errors';

/*
 * Sealed packs at addresses of their own: /packs/<pack>.html for reading and printing, and .json, which is the text whose hash is
 * sealed, byte for byte. /packs/<meeting>.html and .json show the draft of a meeting's pack. They ask the API in the caller's name.
 * An address without an ending leads to the page, whatever the id: it is not looked up.
 */
const ADDRESS = /^\/packs\/([\w-]+)(?:\.(html|json))?$/;

const FIELDS = { html: 'page', json: 'canonicalText' } as const;

type Ending = keyof typeof FIELDS;

const documents = {
  pack: (field: string) => `query Pack($id: ID!) { node(id: $id) { __typename ... on Pack { sha256 file: ${field} } } }`,
  draft: (field: string) => `query PackDraft($id: ID!) { packDraft(meetingId: $id) { file: ${field} } }`,
};

/** Serves a pack; false when the path is another's. */
export async function servePack(req: IncomingMessage, res: ServerResponse, ask: Asking): Promise<boolean> {
  const [path = '', search] = (req.url ?? '').split('?', 2);
  const [, id, ending] = ADDRESS.exec(path) ?? [];
  if (!id) return false;
  send(res, await answerTo(req, { id, ending: ending as Ending | undefined, search }, ask));
  return true;
}

interface Wanted {
  readonly id: string;
  readonly ending: Ending | undefined;
  readonly search: string | undefined;
}

/** With this type a bad request is a 400 and not an answer. */
const errorType = 'application/graphql-response+json';

async function answerTo(req: IncomingMessage, { id, ending, search }: Wanted, ask: Asking): Promise<HttpAnswer> {
  try {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      throw new HttpRefusal(405, 'http.method', 'A pack is fetched with GET.', { allow: 'GET, HEAD' });
    }
    if (search) throw badInput('query', 'Nothing is chosen in the address of a pack.', 'pack.choice');
    if (!ending) return { status: 302, headers: { location: `${id}.html` }, body: '' };
    const asked = await ask(req, { document: documents.pack(FIELDS[ending]), variables: { id } });
    const node = asked.data?.node as { __typename: string; file?: string; sha256?: string } | null | undefined;
    if (asked.errors) return refusedBy(asked.errors);
    if (node?.file !== undefined) return answerWith(node.file, ending, { etag: `"${node.sha256 ?? ''}"` });
    if (node?.__typename !== 'Meeting') throw notFound('pack');
    const draft = await ask(req, { document: documents.draft(FIELDS[ending]), variables: { id } });
    if (draft.errors) return refusedBy(draft.errors);
    return answerWith((draft.data?.packDraft as { file: string }).file, ending, {});
  } catch (error) {
    return answerToError(error, errorType, { requestId: ask.requestIdOf(req), log: ask.log });
  }
}

function answerWith(body: string, ending: Ending, more: Readonly<Record<string, string>>): HttpAnswer {
  if (ending === 'json') return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...more }, body };
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyFor(body), ...more };
  return { status: 200, headers, body };
}

/** Only the one style that the page begins with; what people typed cannot come before it, and none of it is markup. */
function policyFor(page: string): string {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; frame-ancestors 'none'; style-src 'sha256-${hash}'`;
}

function refusedBy(errors: NonNullable<Asked['errors']>): HttpAnswer {
  const isFault = errors.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
  const isForbidden = errors.some(({ extensions }) => extensions?.code === 'FORBIDDEN');
  return { status: isFault ? 500 : isForbidden ? 403 : 400, headers: contentType(errorType), body: JSON.stringify({ errors }) };
}
