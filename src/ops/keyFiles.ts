import type { TrustedIssuer } from '../access/issuer';
import { keySourceOf } from '../access/keySource';
import { StartError } from '../kernel/startError';

/** A file of keys that is missing or broken is told at the start; an issuer that is away may be back later. */
export async function requireKeyFiles(issuers: readonly TrustedIssuer[]): Promise<void> {
  for (const issuer of issuers.filter(({ jwksFile }) => jwksFile !== undefined)) {
    await keySourceOf(issuer)().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      throw new StartError(`The keys of ${issuer.issuer} cannot be read from ${issuer.jwksFile}: ${reason}`);
    });
  }
}
