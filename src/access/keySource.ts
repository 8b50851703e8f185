import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { isSafeAddress, type TrustedIssuer } from './issuer';

/** Gets the public keys of an issuer as they are now. */
export type KeySource = () => Promise<JSONWebKeySet>;

const PATIENCE_MS = 5_000;
const LARGEST_ANSWER = 256 * 1024;

/** From its file, its address, or the address that discovery gives. A file is read again too: that is how it is renewed. */
export function keySourceOf({ issuer, jwksFile, jwksUrl }: TrustedIssuer): KeySource {
  if (jwksFile !== undefined) return async () => keysIn(JSON.parse(await readFile(jwksFile, 'utf8')));
  if (jwksUrl !== undefined) return async () => keysIn(await fetchJson(jwksUrl));
  return async () => keysIn(await fetchJson(await discoveredAddress(issuer)));
}

async function discoveredAddress(issuer: string): Promise<string> {
  const found = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri: address } = (found ?? {}) as { issuer?: unknown; jwks_uri?: unknown };
  // Otherwise one issuer could hand out the keys of another.
  if (named !== issuer) throw new Error('discovery names another issuer');
  if (typeof address !== 'string' || !isSafeAddress(address)) throw new Error('discovery names no safe address of keys');
  return address;
}

function keysIn(found: unknown): JSONWebKeySet {
  const { keys } = (found ?? {}) as { keys?: unknown };
  if (!Array.isArray(keys) || keys.length === 0) throw new Error('there are no keys in it');
  return found as JSONWebKeySet;
}

/** No redirects, since only the configured address is trusted, and an end to both time and size. */
async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok || !answer.body) throw new Error(`it answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('its answer is too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
