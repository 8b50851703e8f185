// Recomputes the seal of a plan from the API's answer: node verifySeal.mjs ADDRESS TOKEN CYCLE_ID
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [address, token, id] = process.argv.slice(2);
const query = readFileSync(new URL('sealedPlan.graphql', import.meta.url), 'utf8');
const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query, variables: { id } }) });
const { data, errors } = await answer.json();
if (errors || !data.node?.seal) throw new Error(JSON.stringify(errors ?? 'There is no sealed plan with this id.'));

const { seal, ...plan } = data.node;
// RFC 8785: the keys in order, no white space, numbers and strings as ECMAScript writes them.
const inOrder = (_, value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const sha256 = createHash('sha256').update(JSON.stringify(plan, inOrder), 'utf8').digest('hex');

console.log(
  sha256 === seal.sha256
    ? `The seal of ${seal.recordedAt} holds: ${sha256}`
    : `The seal is broken: ${sha256} is not ${seal.sha256}`,
);
process.exitCode = sha256 === seal.sha256 ? 0 : 1;
