import { type PresentedKey, serviceKeyIn } from './serviceKey';

/** What came in an Authorization header, of a form that could be right. */
export type Credential =
  { readonly kind: 'TOKEN'; readonly token: string } | { readonly kind: 'SERVICE_KEY'; readonly presented: PresentedKey };

const BEARER = /^Bearer +(\S+)$/i;
const BASIC = /^Basic +([A-Za-z0-9+/]+={0,2})$/i;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Null for a header that is missing or of no known form. */
export function credentialIn(authorization = ''): Credential | null {
  const basic = BASIC.exec(authorization)?.[1];
  if (basic !== undefined) return keyInBasic(basic);
  const bearer = BEARER.exec(authorization)?.[1];
  if (bearer === undefined) return null;
  const presented = serviceKeyIn(bearer);
  if (presented) return { kind: 'SERVICE_KEY', presented };
  return TOKEN.test(bearer) ? { kind: 'TOKEN', token: bearer } : null;
}

/** The user is the key's id and the password the key itself: what the credential store of Power BI keeps. */
function keyInBasic(encoded: string): Credential | null {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const presented = serviceKeyIn(text.slice(colon + 1));
  return presented && text.slice(0, colon) === presented.keyId ? { kind: 'SERVICE_KEY', presented } : null;
}
