import { resolve } from 'node:path';
import { ConfigError, type Environment, readConfig } from '../src/config';

const SECRET = 'q8Jx-2Vd71mZ_p0RkTy5LbN3wHfGcA6e';
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://app@db/gt', TOKEN_SECRET: SECRET };

test('nothing set gives a service to try out on this machine', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: undefined,
    dataDir: resolve('.data'),
    tokenSecret: undefined,
    introspection: true,
    demonstrationData: true,
    corsOrigins: [],
    logLevel: 'info',
  });
});

test('production is closed unless something is opened', () => {
  expect(readConfig(production)).toMatchObject({
    production: true,
    host: '0.0.0.0',
    databaseUrl: 'postgres://app@db/gt',
    tokenSecret: SECRET,
    introspection: false,
    demonstrationData: false,
  });
});

test('production never has demonstration data, whatever is asked for', () => {
  expect(readConfig({ ...production, DEMONSTRATION_DATA: 'true' }).demonstrationData).toBe(false);
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', TOKEN_SECRET: '' })).toMatchObject({ port: 4000, databaseUrl: undefined });
});

test('settings are read and cannot be changed afterwards', () => {
  const config = readConfig({ PORT: '8080', CORS_ORIGINS: 'https://a.example, https://b.example:8443', DATABASE_POOL_SIZE: '5' });
  expect(config).toMatchObject({ port: 8080, corsOrigins: ['https://a.example', 'https://b.example:8443'], maxInFlight: 10 });
  expect(Object.isFrozen(config) && Object.isFrozen(config.corsOrigins)).toBe(true);
});

const refused: [string, Environment, RegExp][] = [
  ['a port that is no number', { PORT: 'http' }, /^PORT must be a whole number from 0 to 65535; it is "http"\.$/],
  ['a port that does not exist', { PORT: '70000' }, /^PORT /],
  ['a negative port', { PORT: '-1' }, /^PORT /],
  ['a fraction', { DATABASE_POOL_SIZE: '2.5' }, /^DATABASE_POOL_SIZE /],
  ['a pool of one, which a transaction would lock', { DATABASE_POOL_SIZE: '1' }, /^DATABASE_POOL_SIZE /],
  ['a limit of nothing', { MAX_IN_FLIGHT: '0' }, /^MAX_IN_FLIGHT /],
  ['a yes that is not true', { INTROSPECTION: 'yes' }, /^INTROSPECTION must be true or false/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of debug, info, warn, error/],
  ['an origin with a path', { CORS_ORIGINS: 'https://a.example/app' }, /^CORS_ORIGINS /],
  ['every origin', { CORS_ORIGINS: '*' }, /^CORS_ORIGINS /],
  ['another kind of database', { DATABASE_URL: 'mysql://u:hush@db/x' }, /^DATABASE_URL must start with postgres:/],
  ['production without a server', { ...production, DATABASE_URL: undefined }, /^DATABASE_URL must name a PostgreSQL server/],
  ['production without a secret', { ...production, TOKEN_SECRET: undefined }, /^TOKEN_SECRET must be set/],
  ['a short secret', { ...production, TOKEN_SECRET: 'hushhush' }, /^TOKEN_SECRET must have at least 32 characters; it has 8\.$/],
  ['a secret of one letter', { TOKEN_SECRET: 'a'.repeat(40) }, /^TOKEN_SECRET is too easy to guess/],
];

test.each(refused)('%s is refused in one line that names the variable', (_, env, message) => {
  const read = (): unknown => readConfig(env);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(message);
});

test.each(refused)('%s: the refusal tells no secret and has one line', (_, env) => {
  expect.assertions(2);
  try {
    readConfig(env);
  } catch (error) {
    expect((error as Error).message).not.toMatch(/hush|\n/);
    expect((error as Error).message.endsWith('.')).toBe(true);
  }
});
