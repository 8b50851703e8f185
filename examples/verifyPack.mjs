// Recomputes the hash of a sealed pack, and of all packs before it: node verifyPack.mjs ADDRESS TOKEN PACK_ID
import { createHash } from 'node:crypto';

const [address, token, id] = process.argv.slice(2);
const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };

const query = `query($id: ID!, $after: String) {
  node(id: $id) { ... on Pack { number } }
  packs(first: 200, after: $after) { nodes { id number sha256 isWhole } pageInfo { hasNextPage endCursor } }
}`;

/** All packs of the committee, by number. */
async function allPacks() {
  const found = [];
  for (let after = null; ;) {
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables: { id, after } }),
    });
    const { data, errors } = await answer.json();
    if (errors || !data.node?.number) throw new Error(JSON.stringify(errors ?? 'There is no pack with this id.'));
    found.push(...data.packs.nodes);
    if (!data.packs.pageInfo.hasNextPage) return found.filter(({ number }) => number <= data.node.number).reverse();
    after = data.packs.pageInfo.endCursor;
  }
}

// RFC 8785: the keys in order, no white space, numbers and strings as ECMAScript writes them.
const inOrder = (_, value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

async function contentOf(pack) {
  const answer = await fetch(`${address}/packs/${pack.id}.json`, { headers });
  if (!answer.ok) throw new Error(`Pack ${pack.number} could not be fetched: ${answer.status}`);
  return answer.json();
}

const broken = (message) => {
  console.log(message);
  process.exitCode = 1;
};

/** What a pack must say of the one before it, by number from the last to the first. */
function checkLink(later, pack) {
  if (later.pack.number !== pack.number + 1)
    broken(`Between pack ${later.pack.number} and pack ${pack.number} numbers are missing.`);
  else if (later.content.previousSha256 !== pack.sha256)
    broken(`Pack ${later.pack.number} names another pack before it than pack ${pack.number}.`);
  else return true;
  return false;
}

let later;
for (const pack of await allPacks()) {
  const content = await contentOf(pack);
  const sha256 = createHash('sha256').update(JSON.stringify(content, inOrder), 'utf8').digest('hex');
  const holds = sha256 === pack.sha256;
  if (!later)
    console.log(holds ? `Pack ${pack.number} holds: ${sha256}` : `Pack ${pack.number}: ${sha256} is not ${pack.sha256}`);
  else if (checkLink(later, pack) && holds)
    console.log(`It names pack ${pack.number} as the one before it, and pack ${pack.number} holds too.`);
  if (content.number !== pack.number) broken(`Pack ${pack.number} was sealed as number ${content.number}.`);
  if (!holds && pack.isWhole) broken(`The seal of pack ${pack.number} is broken.`);
  if (!pack.isWhole)
    console.log(`Texts of pack ${pack.number} were withheld or erased after it was sealed, so its hash cannot be recomputed.`);
  later = { pack, content };
}
if (later.pack.number !== 1) broken(`The first pack there is has the number ${later.pack.number}: those before it are missing.`);
if (later.content.previousSha256 !== null) broken(`Pack ${later.pack.number}, the first there is, names one before it.`);
