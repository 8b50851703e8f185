import { resolve } from 'node:path';
import type { TrustedIssuer } from './access/issuer';
import type { RefusalLimits } from './access/refusedSignIns';
import { issuersOf } from './configIssuers';
import { choiceOf, ConfigError, type Environment, listOf, textOf, wholeNumberOf } from './configValues';

export { ConfigError, type Environment } from './configValues';

const logLevels = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof logLevels)[number];

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Without it the database is embedded, in `dataDir`. */
  readonly databaseUrl?: string;
  /** The login that owns the tables, where the service itself has a lesser one. */
  readonly migrationDatabaseUrl?: string;
  /** Whether the service may work in production with a login that owns the tables, which gives up one of two locks. */
  readonly allowOwnerLogin: boolean;
  readonly dataDir: string;
  readonly poolSize: number;
  /** Who may vouch for people. In production there is at least one, unless only dashboards sign in here. */
  readonly issuers: readonly TrustedIssuer[];
  /** Signs development tokens: never in production. When absent elsewhere, one is kept in the data folder. */
  readonly tokenSecret?: string;
  /** Whether tools may read the schema. */
  readonly introspection: boolean;
  readonly demonstrationData: boolean;
  readonly corsOrigins: readonly string[];
  readonly maxInFlight: number;
  readonly logLevel: LogLevel;
  readonly signInRefusals: RefusalLimits;
  readonly trustedProxies: number;
}

const LEAST_SECRET_LENGTH = 32;
const LEAST_SECRET_VARIETY = 10;

/** The only reader of the environment. */
export function readConfig(env: Environment = process.env): Config {
  const production = textOf(env, 'NODE_ENV') === 'production';
  const poolSize = wholeNumberOf(env, 'DATABASE_POOL_SIZE', { least: 2, most: 200, usual: 10 });
  return Object.freeze({
    production,
    host: textOf(env, 'HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: wholeNumberOf(env, 'PORT', { least: 0, most: 65_535, usual: 4000 }),
    databaseUrl: databaseUrlOf(env, production),
    migrationDatabaseUrl: migrationDatabaseUrlOf(env),
    allowOwnerLogin: choiceOf(env, 'ALLOW_OWNER_LOGIN', false),
    dataDir: resolve(textOf(env, 'DATA_DIR') ?? '.data'),
    poolSize,
    issuers: trustedIssuersOf(env, production),
    tokenSecret: tokenSecretOf(env, production),
    introspection: choiceOf(env, 'INTROSPECTION', !production),
    demonstrationData: choiceOf(env, 'DEMONSTRATION_DATA', !production) && !production,
    corsOrigins: originsOf(env),
    maxInFlight: wholeNumberOf(env, 'MAX_IN_FLIGHT', { least: 1, most: 10_000, usual: 2 * poolSize }),
    logLevel: logLevelOf(env),
    signInRefusals: Object.freeze({
      perAddress: wholeNumberOf(env, 'SIGN_IN_REFUSALS_PER_ADDRESS', { least: 1, most: 1_000_000, usual: 100 }),
      perKey: wholeNumberOf(env, 'SIGN_IN_REFUSALS_PER_KEY', { least: 1, most: 1_000_000, usual: 10 }),
    }),
    trustedProxies: wholeNumberOf(env, 'TRUSTED_PROXIES', { least: 0, most: 10, usual: 0 }),
  });
}

function databaseUrlOf(env: Environment, production: boolean): string | undefined {
  const url = textOf(env, 'DATABASE_URL');
  if (url === undefined) {
    if (production) throw new ConfigError('DATABASE_URL must name a PostgreSQL server when NODE_ENV is production.');
    return undefined;
  }
  return addressIn('DATABASE_URL', url);
}

function migrationDatabaseUrlOf(env: Environment): string | undefined {
  const url = textOf(env, 'MIGRATION_DATABASE_URL');
  if (url === undefined) return undefined;
  if (textOf(env, 'DATABASE_URL') === undefined) throw new ConfigError('MIGRATION_DATABASE_URL goes with DATABASE_URL.');
  return addressIn('MIGRATION_DATABASE_URL', url);
}

/** The value is left out of the message, since it holds a password. */
function addressIn(name: string, url: string): string {
  if (!/^postgres(ql)?:\/\/./.test(url)) throw new ConfigError(`${name} must start with postgres:// or postgresql://.`);
  return url;
}

/** A production service that nobody can sign in to is a mistake, unless it was said that it is for dashboards alone. */
function trustedIssuersOf(env: Environment, production: boolean): readonly TrustedIssuer[] {
  const issuers = issuersOf(env);
  const isForKeysOnly = choiceOf(env, 'SERVICE_KEYS_ONLY', false);
  if (isForKeysOnly && issuers.length > 0) throw new ConfigError('Set SERVICE_KEYS_ONLY or an OIDC issuer, not both.');
  if (production && !isForKeysOnly && issuers.length === 0) {
    throw new ConfigError(
      'OIDC_ISSUER and OIDC_AUDIENCE (or OIDC_ISSUERS) must say who signs people in when NODE_ENV is production; SERVICE_KEYS_ONLY=true is for dashboards alone.',
    );
  }
  return issuers;
}

function tokenSecretOf(env: Environment, production: boolean): string | undefined {
  const secret = textOf(env, 'TOKEN_SECRET');
  if (secret === undefined) return undefined;
  if (production) throw new ConfigError('TOKEN_SECRET must not be set when NODE_ENV is production: it signs development tokens.');
  if (secret.length < LEAST_SECRET_LENGTH) {
    throw new ConfigError(`TOKEN_SECRET must have at least ${LEAST_SECRET_LENGTH} characters; it has ${secret.length}.`);
  }
  if (new Set(secret).size < LEAST_SECRET_VARIETY) {
    throw new ConfigError(
      'TOKEN_SECRET is too easy to guess: make it of random characters, with openssl rand -base64 48 for one.',
    );
  }
  return secret;
}

function originsOf(env: Environment): readonly string[] {
  return Object.freeze((listOf(env, 'CORS_ORIGINS') ?? []).map(checkedOrigin));
}

function checkedOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new ConfigError(`CORS_ORIGINS must list origins such as https://example.org, separated by commas; one is "${text}".`);
}

function logLevelOf(env: Environment): LogLevel {
  const text = textOf(env, 'LOG_LEVEL') ?? 'info';
  const level = logLevels.find((known) => known === text);
  if (level) return level;
  throw new ConfigError(`LOG_LEVEL must be one of ${logLevels.join(', ')}; it is "${text}".`);
}
