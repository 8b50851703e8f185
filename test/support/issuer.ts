import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { JWK, JWTPayload } from 'jose';

export const audience = 'https://golden-thread.example/api';

export type Person = 'lead-officer' | 'second-person' | 'stranger';

/** oidc-provider, running; what it signs is what a council's issuer would sign. */
export interface TestIssuer {
  readonly url: string;
  /** An access token as the issuer's token endpoint gives it; the person is its `sub`. */
  token(person: Person, more?: { resource?: string; scope?: string }): Promise<string>;
  /** Claims that are right in every way, to be spoilt in one. */
  claims(person: Person): JWTPayload;
  /** Signed by the issuer's own key, though the issuer would never make it. */
  sign(claims: JWTPayload, header?: object): Promise<string>;
  rotate(how?: { alg?: string; keepOld?: boolean }): Promise<void>;
  break(broken: boolean): Promise<void>;
  publicKey(): Promise<JWK>;
  keyRequests(): Promise<number>;
  stop(): Promise<void>;
}

export async function startIssuer(): Promise<TestIssuer> {
  const child = fork(join(__dirname, 'issuerProgram.mjs'), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  const [{ issuer: url }] = (await once(child, 'message')) as [{ issuer: string }];
  const turn = async <T>(knob: string, settings: object = {}): Promise<T> => {
    const answer = await fetch(`${url}/test/${knob}`, { method: 'POST', body: JSON.stringify(settings) });
    return (await answer.json()) as T;
  };
  return {
    url,
    token: (person, more) => tokenOf(url, person, more),
    claims: (person) => {
      const now = Math.floor(Date.now() / 1000);
      return { iss: url, aud: audience, sub: person, iat: now, exp: now + 300, scope: 'golden-thread.use' };
    },
    sign: async (claims, header = {}) => (await turn<{ token: string }>('sign', { claims, header })).token,
    rotate: async (how = {}) => void (await turn('rotate', how)),
    break: async (broken) => void (await turn('break', { broken })),
    publicKey: () => turn<JWK>('publicKey'),
    keyRequests: async () => (await turn<{ count: number }>('keyRequests')).count,
    stop: async () => {
      if (child.exitCode !== null) throw new Error('The issuer ended by itself.');
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function tokenOf(url: string, person: Person, more: { resource?: string; scope?: string } = {}): Promise<string> {
  const answer = await fetch(`${url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: person,
      client_secret: 'a secret of the test issuer only, 0123456789',
      resource: audience,
      scope: 'golden-thread.use',
      ...more,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`The issuer gave no token: ${answer.status}`);
  return token;
}
