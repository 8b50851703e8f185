import { inWriteSession } from '../../src/store/session';
import { startApi, type TestApi, type TestCommittee } from '../support/api';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const writing = () => ({ dataSource: api.database.dataSource, scope: committee.actor('CHAIR') });
const count = `insert into reference_counter (committee_id, series, last) values ($1, $2, 1)`;
const kept = async (series: string) =>
  (await api.sql('select 1 from reference_counter where committee_id = $1 and series = $2', [committee.id, series])).length;

test('what is done is kept, and its answer given', async () => {
  const answer = await inWriteSession(writing(), async (session) => {
    await session.query(count, [committee.id, 'KEPT']);
    return 'done';
  });
  expect([answer, await kept('KEPT')]).toEqual(['done', 1]);
});

test('when it fails nothing is kept, and the failure is told', async () => {
  const failing = inWriteSession(writing(), async (session) => {
    await session.query(count, [committee.id, 'UNDONE']);
    throw new Error('the cause');
  });
  await expect(failing).rejects.toThrow('the cause');
  expect(await kept('UNDONE')).toBe(0);
});

test('a rollback that fails too does not hide why', async () => {
  const failing = inWriteSession(writing(), async (session) => {
    const connection = await session.open();
    await connection.query('ROLLBACK');
    await connection.release();
    throw new Error('the cause');
  });
  await expect(failing).rejects.toThrow('the cause');
  expect(await inWriteSession(writing(), () => Promise.resolve('the next'))).toBe('the next');
});

test('a commit that fails is told as what it is', async () => {
  const failing = inWriteSession(writing(), async (session) => {
    const connection = await session.open();
    await connection.query('ROLLBACK');
    await connection.release();
  });
  await expect(failing).rejects.toThrow(/released/);
});
