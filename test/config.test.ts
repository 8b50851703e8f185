import { resolve } from 'node:path';
import { ConfigError, type Environment, readConfig } from '../src/config';

const SECRET = 'q8Jx-2Vd71mZ_p0RkTy5LbN3wHfGcA6e';
const ISSUER = 'https://sign-in.example/realms/council';
const production = {
  ...{ NODE_ENV: 'production', DATABASE_URL: 'postgres://app@db/gt' },
  ...{ OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: 'golden-thread' },
};

test('nothing set gives a service to try out on this machine', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: undefined,
    dataDir: resolve('.data'),
    issuers: [],
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
    allowOwnerLogin: false,
    issuers: [{ issuer: ISSUER, audiences: ['golden-thread'] }],
    tokenSecret: undefined,
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

test('one issuer is set by variables, with careful defaults', () => {
  expect(readConfig(production).issuers).toEqual([
    {
      ...{ issuer: ISSUER, audiences: ['golden-thread'], algorithms: ['RS256', 'PS256', 'ES256'] },
      ...{ clockSkewSeconds: 30, subjectClaims: ['sub'] },
    },
  ]);
  const more = {
    ...{ OIDC_AUDIENCE: 'one, two', OIDC_JWKS_FILE: 'keys.json', OIDC_ALGORITHMS: 'ES256', OIDC_CLOCK_SKEW_SECONDS: '0' },
    ...{ OIDC_SUBJECT_CLAIM: 'tid,oid', OIDC_SCOPE: 'use' },
  };
  expect(readConfig({ ...production, ...more }).issuers).toEqual([
    {
      ...{ issuer: ISSUER, audiences: ['one', 'two'], jwksFile: resolve('keys.json'), algorithms: ['ES256'] },
      ...{ clockSkewSeconds: 0, subjectClaims: ['tid', 'oid'], scope: 'use' },
    },
  ]);
});

const entry = { issuer: ISSUER, audience: 'golden-thread' };
const listing = (...entries: unknown[]) => ({ OIDC_ISSUERS: JSON.stringify(entries) });

test('several issuers are set as JSON', () => {
  const entra = {
    ...{ issuer: 'https://login.example/tenant/v2.0', audience: ['api://gt'], subjectClaim: ['tid', 'oid'] },
    ...{ jwksUrl: 'https://login.example/keys', clockSkewSeconds: 120 },
  };
  expect(readConfig(listing(entry, entra)).issuers).toMatchObject([
    { issuer: ISSUER, subjectClaims: ['sub'] },
    { jwksUrl: 'https://login.example/keys', subjectClaims: ['tid', 'oid'], clockSkewSeconds: 120 },
  ]);
});

test('an issuer on this machine may be without https, and a service for dashboards alone needs none', () => {
  expect(readConfig({ OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_AUDIENCE: 'x' }).issuers).toHaveLength(1);
  const alone = { ...production, OIDC_ISSUER: undefined, OIDC_AUDIENCE: undefined, SERVICE_KEYS_ONLY: 'true' };
  expect(readConfig(alone).issuers).toEqual([]);
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
  [
    'production with nobody to sign people in',
    { ...production, OIDC_ISSUER: '', OIDC_AUDIENCE: '' },
    /^OIDC_ISSUER and OIDC_AUD/,
  ],
  ['development tokens in production', { ...production, TOKEN_SECRET: SECRET }, /^TOKEN_SECRET must not be set/],
  ['keys only, and an issuer', { ...production, SERVICE_KEYS_ONLY: 'true' }, /^Set SERVICE_KEYS_ONLY or/],
  ['an issuer without an audience', { OIDC_ISSUER: ISSUER }, /^OIDC_AUDIENCE must be/],
  ['an audience without an issuer', { OIDC_AUDIENCE: 'x' }, /^OIDC_ISSUER must be/],
  ['an issuer over an open line', { ...production, OIDC_ISSUER: 'http://sign-in.example' }, /^OIDC_ISSUER must be a web address/],
  ['an issuer that is no address', { ...production, OIDC_ISSUER: 'golden-thread' }, /^OIDC_ISSUER must be a web address/],
  ['keys over an open line', { ...production, OIDC_JWKS_URL: 'http://192.0.2.1/keys' }, /^OIDC_JWKS_URL must be/],
  [
    'two places for the keys',
    { ...production, OIDC_JWKS_URL: 'https://x.example', OIDC_JWKS_FILE: 'x' },
    /^Set OIDC_JWKS_URL or OIDC_JWKS_FILE/,
  ],
  ['a shared secret as signature', { ...production, OIDC_ALGORITHMS: 'RS256,HS256' }, /^OIDC_ALGORITHMS may list .* "HS256"\.$/],
  ['no signature', { ...production, OIDC_ALGORITHMS: 'none' }, /^OIDC_ALGORITHMS /],
  ['clocks that differ by hours', { ...production, OIDC_CLOCK_SKEW_SECONDS: '3600' }, /^OIDC_CLOCK_SKEW_SECONDS must be/],
  ['clocks that run backwards', { ...production, OIDC_CLOCK_SKEW_SECONDS: '-1' }, /^OIDC_CLOCK_SKEW_SECONDS must be/],
  ['issuers that are no JSON', { OIDC_ISSUERS: '{' }, /^OIDC_ISSUERS is not JSON\.$/],
  ['no issuers in the list', { OIDC_ISSUERS: '[]' }, /^OIDC_ISSUERS must be a JSON list/],
  ['an issuer that is no object', listing('x'), /^OIDC_ISSUERS must list JSON objects/],
  ['a misspelt setting', listing({ ...entry, audiences: 'x' }), /^OIDC_ISSUERS has a setting that there is not: "audiences"\.$/],
  ['an issuer in the list without an audience', listing({ issuer: ISSUER }), /^OIDC_ISSUERS\[0\]\.audience must be/],
  ['the same issuer twice', listing(entry, entry), /^OIDC_ISSUERS names .* twice/],
  ['both ways at once', { ...production, ...listing(entry) }, /^Set OIDC_ISSUERS or OIDC_ISSUER, not both/],
  ['an empty audience', listing({ ...entry, audience: [] }), /^OIDC_ISSUERS\[0\]\.audience must be/],
  ['a scope that is no text', listing({ ...entry, scope: 3 }), /^OIDC_ISSUERS\[0\]\.scope must be/],
  ['a short secret', { TOKEN_SECRET: 'hushhush' }, /^TOKEN_SECRET must have at least 32 characters; it has 8\.$/],
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
