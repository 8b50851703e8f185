import { resolve } from 'node:path';
import { StartError } from './kernel/startError';

/** A setting that cannot be used; its sentence names the environment variable. */
export class ConfigError extends StartError {}

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
  readonly dataDir: string;
  readonly poolSize: number;
  /** Absent only outside production, where one is kept in the data folder. */
  readonly tokenSecret?: string;
  /** Whether the schema may be asked for by name, and the explorer is served. */
  readonly introspection: boolean;
  readonly demonstrationData: boolean;
  readonly corsOrigins: readonly string[];
  readonly maxInFlight: number;
  readonly logLevel: LogLevel;
}

export type Environment = Readonly<Record<string, string | undefined>>;

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
    dataDir: resolve(textOf(env, 'DATA_DIR') ?? '.data'),
    poolSize,
    tokenSecret: tokenSecretOf(env, production),
    introspection: choiceOf(env, 'INTROSPECTION', !production),
    demonstrationData: choiceOf(env, 'DEMONSTRATION_DATA', !production) && !production,
    corsOrigins: originsOf(env),
    maxInFlight: wholeNumberOf(env, 'MAX_IN_FLIGHT', { least: 1, most: 10_000, usual: 2 * poolSize }),
    logLevel: logLevelOf(env),
  });
}

/** An empty variable counts as absent: that is how a compose file hands on one that is not set. */
const textOf = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

function wholeNumberOf(env: Environment, name: string, range: { least: number; most: number; usual: number }): number {
  const text = textOf(env, name);
  if (text === undefined) return range.usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= range.least && value <= range.most) return value;
  throw new ConfigError(`${name} must be a whole number from ${range.least} to ${range.most}; it is "${text}".`);
}

function choiceOf(env: Environment, name: string, usual: boolean): boolean {
  const text = textOf(env, name)?.toLowerCase();
  if (text === undefined) return usual;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ConfigError(`${name} must be true or false; it is "${text}".`);
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

function tokenSecretOf(env: Environment, production: boolean): string | undefined {
  const secret = textOf(env, 'TOKEN_SECRET');
  if (secret === undefined) {
    if (production) throw new ConfigError('TOKEN_SECRET must be set when NODE_ENV is production: tokens are signed with it.');
    return undefined;
  }
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
  const origins = (textOf(env, 'CORS_ORIGINS') ?? '').split(',').map((origin) => origin.trim());
  return Object.freeze(origins.filter(Boolean).map(checkedOrigin));
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
