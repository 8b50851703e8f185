import { resolve } from 'node:path';
import { isSafeAddress, signatureAlgorithms, type TrustedIssuer } from './access/issuer';
import { ConfigError, type Environment, listOf, textOf } from './configValues';

const usual = { algorithms: ['RS256', 'PS256', 'ES256'], clockSkewSeconds: 30, subjectClaims: ['sub'] };
const LARGEST_SKEW_SECONDS = 300;

/** The settings of one issuer as they are written, each with the name to complain about. */
type Written = Readonly<Record<string, unknown>>;
type NameOf = (setting: Setting) => string;

const variables = {
  issuer: 'OIDC_ISSUER',
  audience: 'OIDC_AUDIENCE',
  jwksUrl: 'OIDC_JWKS_URL',
  jwksFile: 'OIDC_JWKS_FILE',
  algorithms: 'OIDC_ALGORITHMS',
  clockSkewSeconds: 'OIDC_CLOCK_SKEW_SECONDS',
  subjectClaim: 'OIDC_SUBJECT_CLAIM',
  scope: 'OIDC_SCOPE',
} as const;

type Setting = keyof typeof variables;

/** The issuers to trust: one in variables of its own, or any number as JSON in OIDC_ISSUERS. */
export function issuersOf(env: Environment): readonly TrustedIssuer[] {
  const json = textOf(env, 'OIDC_ISSUERS');
  const given = Object.values(variables).filter((name) => textOf(env, name) !== undefined);
  if (json !== undefined && given[0]) throw new ConfigError(`Set OIDC_ISSUERS or ${given[0]}, not both.`);
  if (json !== undefined) return checked(issuersIn(json));
  return given.length === 0 ? [] : checked([issuerFrom(inVariables(env), (setting) => variables[setting])]);
}

function checked(issuers: readonly TrustedIssuer[]): readonly TrustedIssuer[] {
  const names = issuers.map(({ issuer }) => issuer);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new ConfigError(`OIDC_ISSUERS names ${twice} twice: list its audiences in one entry.`);
  return Object.freeze(issuers);
}

function issuersIn(json: string): TrustedIssuer[] {
  const list = parsed(json);
  if (!Array.isArray(list) || list.length === 0) throw new ConfigError('OIDC_ISSUERS must be a JSON list of issuers.');
  return list.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null) throw new ConfigError('OIDC_ISSUERS must list JSON objects.');
    const unknown = Object.keys(entry).find((key) => !(key in variables));
    if (unknown !== undefined) throw new ConfigError(`OIDC_ISSUERS has a setting that there is not: "${unknown}".`);
    return issuerFrom(entry as Written, (setting) => `OIDC_ISSUERS[${index}].${setting}`);
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ConfigError('OIDC_ISSUERS is not JSON.');
  }
}

function inVariables(env: Environment): Written {
  const skew = textOf(env, variables.clockSkewSeconds);
  return {
    issuer: textOf(env, variables.issuer),
    audience: listOf(env, variables.audience),
    jwksUrl: textOf(env, variables.jwksUrl),
    jwksFile: textOf(env, variables.jwksFile),
    algorithms: listOf(env, variables.algorithms),
    clockSkewSeconds: skew === undefined ? undefined : Number(skew),
    subjectClaim: listOf(env, variables.subjectClaim),
    scope: textOf(env, variables.scope),
  };
}

function issuerFrom(written: Written, nameOf: NameOf): TrustedIssuer {
  const issuer = addressOf(written.issuer, nameOf('issuer'));
  const audiences = textsOf(written.audience, nameOf('audience'));
  if (!issuer) throw new ConfigError(`${nameOf('issuer')} must be the address that tokens name as their issuer (iss).`);
  if (!audiences)
    throw new ConfigError(`${nameOf('audience')} must be what tokens for this service name as their audience (aud).`);
  const jwksUrl = addressOf(written.jwksUrl, nameOf('jwksUrl'));
  const jwksFile = lineOf(written.jwksFile, nameOf('jwksFile'));
  if (jwksUrl && jwksFile) throw new ConfigError(`Set ${nameOf('jwksUrl')} or ${nameOf('jwksFile')}, not both.`);
  const scope = lineOf(written.scope, nameOf('scope'));
  return Object.freeze({
    ...{ issuer, audiences, algorithms: algorithmsOf(written.algorithms, nameOf('algorithms')) },
    clockSkewSeconds: skewOf(written.clockSkewSeconds, nameOf('clockSkewSeconds')),
    subjectClaims: textsOf(written.subjectClaim, nameOf('subjectClaim')) ?? usual.subjectClaims,
    ...(jwksUrl ? { jwksUrl } : {}),
    ...(jwksFile ? { jwksFile: resolve(jwksFile) } : {}),
    ...(scope ? { scope } : {}),
  });
}

function lineOf(value: unknown, name: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim()) return value.trim();
  throw new ConfigError(`${name} must be a text.`);
}

function addressOf(value: unknown, name: string): string | undefined {
  const text = lineOf(value, name);
  if (text === undefined || isSafeAddress(text)) return text;
  throw new ConfigError(`${name} must be a web address with https, or with http on this machine; it is "${text}".`);
}

function textsOf(value: unknown, name: string): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
  if (texts.length === 0 || texts.length < list.length) throw new ConfigError(`${name} must be a text or a list of texts.`);
  return Object.freeze(texts);
}

function algorithmsOf(value: unknown, name: string): readonly string[] {
  const algorithms = textsOf(value, name) ?? usual.algorithms;
  const unfit = algorithms.find((each) => !signatureAlgorithms.some((known) => known === each));
  if (unfit === undefined) return algorithms;
  throw new ConfigError(`${name} may list ${signatureAlgorithms.join(', ')}; one is "${unfit}".`);
}

function skewOf(value: unknown, name: string): number {
  const seconds = value ?? usual.clockSkewSeconds;
  const isFit = typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0 && seconds <= LARGEST_SKEW_SECONDS;
  if (isFit) return seconds;
  throw new ConfigError(`${name} must be a whole number of seconds from 0 to ${LARGEST_SKEW_SECONDS}.`);
}
