import { randomUUID } from 'node:crypto';
import { makeIdea, uuidOf } from '../aims/aimMaking';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { committees, share, takeUp, withdraw, type MadeShared } from './spreadMaking';

/* What the database refuses, whoever writes: lineages are trees, and results follow from the cycles. */
let api: TestApi;
let owner: TestCommittee;
let taker: TestCommittee;
let shared: MadeShared;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  [owner, taker] = (await committees(api, 2)) as [TestCommittee, TestCommittee];
  shared = await share(owner);
});
afterAll(() => api.close());

const newIdea = async (committee: TestCommittee): Promise<string> => uuidOf((await makeIdea(committee)).id);

const uptakeColumns = `id, committee_id, version, recorded_at, change_idea_id, shared_idea_id, parent_uptake_id, root_id, generation, area_name,
  taken_up_on, cycles_closed, cycles_adopted, cycles_adapted, cycles_abandoned, state`;

interface Place {
  id?: string;
  committee?: TestCommittee;
  changeIdea: string;
  sharedIdea: string;
  parent: string | null;
  root: string;
}

const uptakeValues = ({ id = randomUUID(), committee = taker, changeIdea, sharedIdea, parent, root }: Place): string =>
  `('${id}', '${committee.id}', 1, '2026-09-15', '${changeIdea}', '${sharedIdea}', ${parent ? `'${parent}'` : 'null'}, '${root}', ${parent ? 1 : 0}, 'Area',
    '2026-09-15', 9, 9, 9, 9, 'HELD')`;

const addUptakes = (...places: Place[]) =>
  api.sql(`insert into idea_uptake (${uptakeColumns}) values ${places.map(uptakeValues).join(', ')} returning *`);

const addShared = (changeIdea: string, parent: string | null, root: string | null) =>
  api.sql(
    `insert into shared_idea (id, committee_id, version, recorded_at, change_idea_id, parent_shared_idea_id, root_id, area_name, statement, shared_on)
     values ($1, $2, 1, '2026-09-15', $3, $4, $5, 'Area', 'Words', '2026-09-15')`,
    [randomUUID(), taker.id, changeIdea, parent, root],
  );

async function uptakeOf(sharedId: string): Promise<Record<string, string>> {
  const [row] = await api.sql('select u.* from idea_uptake u join shared_idea s using (change_idea_id) where s.id = $1', [
    sharedId,
  ]);
  return row as Record<string, string>;
}

const broken = (constraint: string) => ({ code: 'P0001', constraint });

test('an uptake descends from the one whose shared idea it took up, in the lineage of that', async () => {
  const other = await share(owner);
  const [origin, otherOrigin] = [await uptakeOf(uuidOf(shared.id)), await uptakeOf(uuidOf(other.id))];
  const place = { changeIdea: await newIdea(taker), sharedIdea: uuidOf(shared.id) };
  const wrong = broken('ideaUptake.ancestry');
  await expect(addUptakes({ ...place, parent: null, root: uuidOf(shared.id) })).rejects.toMatchObject(wrong);
  await expect(addUptakes({ ...place, parent: otherOrigin.id!, root: uuidOf(shared.id) })).rejects.toMatchObject(wrong);
  await expect(addUptakes({ ...place, parent: origin.id!, root: uuidOf(other.id) })).rejects.toMatchObject(wrong);
  await expect(addUptakes({ ...place, parent: origin.id!, root: uuidOf(shared.id) })).resolves.toHaveLength(1);
});

test('a lineage cannot run in a circle, not even within one statement', async () => {
  const [one, two] = [await newIdea(taker), await newIdea(taker)];
  const [first, second] = [randomUUID(), randomUUID()];
  const place = { sharedIdea: uuidOf(shared.id), root: uuidOf(shared.id) };
  const circle = addUptakes(
    { ...place, id: first, changeIdea: one, parent: second },
    { ...place, id: second, changeIdea: two, parent: first },
  );
  await expect(circle).rejects.toMatchObject(broken('ideaUptake.ancestry'));
  const itself = addUptakes({ ...place, id: first, changeIdea: one, parent: first });
  await expect(itself).rejects.toMatchObject(broken('ideaUptake.ancestry'));
});

test('ancestry is settled once', async () => {
  const uptake = await takeUp(taker, shared);
  const again = await share(taker, { changeIdeaId: uptake.changeIdea.id });
  const other = await share(owner);
  const change = (table: string, column: string, id: string, value: string) =>
    api.sql(`update ${table} set ${column} = $2 where id = $1`, [uuidOf(id), value]);
  await expect(change('idea_uptake', 'generation', uptake.id, '5')).rejects.toMatchObject(broken('ideaUptake.ancestry'));
  for (const column of ['shared_idea_id', 'parent_uptake_id', 'root_id', 'change_idea_id', 'committee_id'])
    await expect(change('idea_uptake', column, uptake.id, uuidOf(other.id))).rejects.toMatchObject(broken('ideaUptake.ancestry'));
  for (const column of ['parent_shared_idea_id', 'root_id', 'change_idea_id', 'committee_id'])
    await expect(change('shared_idea', column, again.id, uuidOf(other.id))).rejects.toMatchObject(broken('sharedIdea.ancestry'));
});

test('a shared idea descends from what its change idea was taken up from, and from nothing else', async () => {
  const wrong = broken('sharedIdea.ancestry');
  const taken = uuidOf((await takeUp(taker, shared)).changeIdea.id);
  const root = uuidOf(shared.id);
  await expect(addShared(taken, null, null)).rejects.toMatchObject(wrong);
  await expect(addShared(await newIdea(taker), root, root)).rejects.toMatchObject(wrong);
  await expect(addShared(taken, root, root)).resolves.toBeDefined();
});

test('a change idea that is shared already cannot be put into another lineage', async () => {
  const own = await newIdea(taker);
  await addShared(own, null, null);
  const origin = await uptakeOf(uuidOf(shared.id));
  const place = { changeIdea: own, sharedIdea: uuidOf(shared.id), parent: origin.id!, root: uuidOf(shared.id) };
  await expect(addUptakes(place)).rejects.toMatchObject(broken('ideaUptake.ancestry'));
});

test('a withdrawn idea is not taken up', async () => {
  const origin = await uptakeOf(uuidOf(shared.id));
  await withdraw(owner, shared);
  const place = { changeIdea: await newIdea(taker), sharedIdea: uuidOf(shared.id), parent: origin.id!, root: uuidOf(shared.id) };
  await expect(addUptakes(place)).rejects.toMatchObject(broken('sharedIdea.withdrawn'));
});

test('nothing of a lineage is removed', async () => {
  const uptake = await takeUp(taker, shared);
  await expect(api.sql('delete from idea_uptake where id = $1', [uuidOf(uptake.id)])).rejects.toMatchObject(
    broken('ideaUptake.kept'),
  );
  await expect(api.sql('delete from shared_idea where id = $1', [uuidOf(shared.id)])).rejects.toMatchObject(
    broken('sharedIdea.kept'),
  );
});

test('results cannot be made up: the database works them out again', async () => {
  const origin = await uptakeOf(uuidOf(shared.id));
  const place = { changeIdea: await newIdea(taker), sharedIdea: uuidOf(shared.id), parent: origin.id!, root: uuidOf(shared.id) };
  const [made] = await addUptakes(place);
  expect(made).toMatchObject({ cycles_closed: 0, cycles_adopted: 0, state: 'TAKEN_UP', largest_scale: null });
  await api.sql(`update idea_uptake set state = 'HELD', cycles_closed = 5, largest_scale = 'LARGE' where id = $1`, [made!.id]);
  const [row] = await api.sql('select state, cycles_closed, largest_scale from idea_uptake where id = $1', [made!.id]);
  expect(row).toEqual({ state: 'TAKEN_UP', cycles_closed: 0, largest_scale: null });
});

test('the change idea of a shared idea and of an uptake is its committee’s own', async () => {
  const foreign = await newIdea(owner);
  await expect(addShared(foreign, null, null)).rejects.toMatchObject({ code: '23503' });
  const origin = await uptakeOf(uuidOf(shared.id));
  const place = { changeIdea: foreign, sharedIdea: uuidOf(shared.id), parent: origin.id!, root: uuidOf(shared.id) };
  await expect(addUptakes(place)).rejects.toMatchObject({ code: '23503' });
});

test('a withdrawal has a reason, and comes after the sharing', async () => {
  const set = (what: string) => api.sql(`update shared_idea set ${what} where id = $1`, [uuidOf(shared.id)]);
  const wrong = { constraint: 'sharedIdea.withdrawal' };
  await expect(set(`withdrawn_on = '2026-09-16'`)).rejects.toMatchObject(wrong);
  await expect(set(`withdrawn_on = '2026-09-16', withdrawn_reason = ' '`)).rejects.toMatchObject(wrong);
  await expect(set(`withdrawn_on = '2026-09-14', withdrawn_reason = 'x'`)).rejects.toMatchObject(wrong);
});
