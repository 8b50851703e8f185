import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A key as a caller presents it: its id says which one it claims to be. */
export interface PresentedKey {
  readonly keyId: string;
  readonly key: string;
}

const KEY = /^gtk_([0-9a-f]{32})_[\w-]{43}$/;

export function newServiceKey(): PresentedKey {
  const keyId = randomBytes(16).toString('hex');
  return { keyId, key: `gtk_${keyId}_${randomBytes(32).toString('base64url')}` };
}

export function serviceKeyIn(text: string): PresentedKey | null {
  const keyId = KEY.exec(text)?.[1];
  return keyId === undefined ? null : { keyId, key: text };
}

/** A key has 256 random bits: there is nothing to guess that a slow hash would slow down. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

const NOBODYS = '0'.repeat(64);

/** A key that does not exist is compared too, so that the time taken does not tell it from one that does. */
export const isKey = (key: string, hash: string | undefined): boolean =>
  timingSafeEqual(Buffer.from(hashOfKey(key)), Buffer.from(hash ?? NOBODYS));
