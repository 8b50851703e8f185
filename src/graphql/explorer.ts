import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { getDistDirectory, isSandboxFrame, renderAltair, renderInitSnippet, SANDBOX_FRAME_CSP } from 'altair-static';

const BASE = '/explorer';

const settings = {
  endpointURL: '/graphql',
  initialHeaders: { Authorization: 'Bearer <paste a token>' },
  initialQuery: '{\n  viewer {\n    __typename\n  }\n}\n',
  initialSettings: { 'alert.disableUpdateNotification': true, disablePushNotification: true },
  disableAccount: true,
};

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Altair builds its styles and its form inputs while it runs, which needs the two `unsafe` words; nothing may come from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const HOUR = 'public, max-age=3600';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves the API explorer under /explorer without any outside request; false when the path is another's. */
export async function serveExplorer(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const path = (req.url ?? '').split('?', 1)[0] ?? '';
  if (path !== BASE && !path.startsWith(`${BASE}/`)) return false;
  if (req.method !== 'GET' && req.method !== 'HEAD') return answer(req, res, { status: 405, headers: { allow: 'GET, HEAD' } });
  if (path === BASE) return answer(req, res, { status: 308, headers: { location: `${BASE}/` } });
  const name = path.slice(BASE.length + 1) || 'index.html';
  const content = await contentOf(name);
  return content === undefined
    ? answer(req, res, { status: 404, headers: {} })
    : answer(req, res, { status: 200, headers: headersFor(name), content });
}

/** Every name under /explorer that is served. A request is only ever looked up in it, never joined to a path. */
export async function explorerFiles(): Promise<ReadonlySet<string>> {
  files ??= listFiles(getDistDirectory());
  return files;
}

let files: Promise<ReadonlySet<string>> | undefined;

async function listFiles(root: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return new Set([...names.map((name) => name.split(sep).join('/')), 'initial_options.js']);
}

async function contentOf(name: string): Promise<string | Buffer | undefined> {
  if (name === 'index.html') return renderAltair({ baseURL: `${BASE}/`, serveInitialOptionsInSeperateRequest: true });
  if (name === 'initial_options.js') return renderInitSnippet(settings);
  return (await explorerFiles()).has(name) ? readFile(join(getDistDirectory(), name)) : undefined;
}

function headersFor(name: string): Record<string, string> {
  return {
    'content-type': contentTypes[extname(name)] ?? 'text/plain; charset=utf-8',
    'cache-control': cacheControlFor(name),
    ...(isSandboxFrame(name) ? { 'content-security-policy': `${SANDBOX_FRAME_CSP}; ${contentSecurityPolicy}` } : {}),
  };
}

function cacheControlFor(name: string): string {
  if (name === 'index.html' || name === 'initial_options.js') return 'no-cache';
  return /^(chunk|worker)-[A-Z0-9]{8}\.js$/.test(name) ? FOR_EVER : HOUR;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly content?: string | Buffer;
}

function answer(req: IncomingMessage, res: ServerResponse, { status, headers, content = '' }: Answer): true {
  res.writeHead(status, {
    'content-security-policy': contentSecurityPolicy,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-length': String(Buffer.byteLength(content)),
    ...headers,
  });
  res.end(req.method === 'HEAD' ? undefined : content);
  return true;
}
