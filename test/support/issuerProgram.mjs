/*
 * A real OpenID Connect issuer in a process of its own: oidc-provider is an ES module, which jest's sandbox cannot load.
 * Each of its clients stands for a person. `/test/...` turns its knobs; all else is oidc-provider itself.
 */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';

const people = ['lead-officer', 'second-person', 'stranger'];
const secret = 'a secret of the test issuer only, 0123456789';

let keys = [await newKey()];
let provider;
let isBroken = false;
let keyRequests = 0;

const server = createServer((req, res) => {
  if (req.url.startsWith('/test/')) return void turnKnob(req, res);
  if (req.url === '/jwks') keyRequests += 1;
  if (isBroken) return void res.writeHead(500).end();
  provider.callback()(req, res);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
restart();
process.send({ issuer });
process.on('disconnect', () => process.exit());

async function newKey(alg = 'RS256') {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `key-${Math.random().toString(36).slice(2)}`, alg, use: 'sig' };
}

function restart() {
  provider = new Provider(issuer, {
    jwks: { keys },
    clients: people.map((client_id) => ({
      ...{ client_id, client_secret: secret, token_endpoint_auth_method: 'client_secret_post' },
      ...{ grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
      id_token_signed_response_alg: keys[0].alg,
    })),
    extraTokenClaims: (_ctx, token) => ({ tid: 'tenant-1', oid: `object-of-${token.clientId}` }),
    ttl: { ClientCredentials: 300 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: true, getResourceServerInfo: (_ctx, audience) => resourceServer(audience) },
    },
  });
}

const resourceServer = (audience) => ({
  ...{ audience, scope: 'golden-thread.use', accessTokenFormat: 'jwt', accessTokenTTL: 300 },
  jwt: { sign: { alg: keys[0].alg } },
});

const knobs = {
  /** A new key signs from now on; the old ones stay published on wish. */
  rotate: async ({ alg, keepOld }) => {
    keys = [await newKey(alg), ...(keepOld ? keys : [])];
    restart();
    return {};
  },
  break: async ({ broken }) => {
    isBroken = broken;
    return {};
  },
  keyRequests: async () => ({ count: keyRequests }),
  publicKey: async () => {
    const { kty, n, e, kid, alg, use } = keys[0];
    return { kty, n, e, kid, alg, use };
  },
  /** A token that the issuer's own key signs but that the issuer would not make. */
  sign: async ({ header, claims }) => {
    const { alg, kid } = keys[0];
    const token = new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header });
    const crit = Object.fromEntries((header.crit ?? []).map((name) => [name, true]));
    return { token: await token.sign(await importJWK(keys[0], alg), { crit }) };
  },
};

async function turnKnob(req, res) {
  let text = '';
  for await (const chunk of req) text += chunk;
  const answer = await knobs[req.url.slice('/test/'.length)](JSON.parse(text));
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}
