/** Signatures that only the holder of a private key can make. Shared secrets (HS256) and none are not in it on purpose. */
export const signatureAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
] as const;

/** Who may vouch for people: an OpenID Connect issuer, and what a token of it must say. */
export interface TrustedIssuer {
  /** Exactly as tokens name it in `iss`. */
  readonly issuer: string;
  /** A token must be made out to one of these. */
  readonly audiences: readonly string[];
  /** Where its keys are; found by discovery when neither this nor a file is given. */
  readonly jwksUrl?: string;
  readonly jwksFile?: string;
  readonly algorithms: readonly string[];
  readonly clockSkewSeconds: number;
  /** The claims that together name a person for good. */
  readonly subjectClaims: readonly string[];
  /** A scope that a token must carry. */
  readonly scope?: string;
}

/** Someone as an issuer names them. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Keys that came over an open line could be anybody's; on the machine itself there is no line. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
