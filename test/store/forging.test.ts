import { Session } from '../../src/store/session';
import { makeFinding } from '../support/make';
import { startApi, type TestApi, type TestCommittee } from '../support/api';

/* Somebody who has the service’s role, and all the SQL it can say, must not be able to write what did not happen. */
let api: TestApi;
let mine: TestCommittee;
let theirs: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  [mine, theirs] = [await api.newCommittee(), await api.newCommittee()];
  await makeFinding(theirs);
});
afterAll(() => api.close());

test('of the functions that work with the owner’s rights, the service’s role may call these', async () => {
  const callable = await api.sql(`select p.oid::regprocedure::text as name from pg_proc p
    where p.prosecdef and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and (has_function_privilege('golden_thread_app', p.oid, 'EXECUTE') or has_function_privilege('public', p.oid, 'EXECUTE')) order by 1`);
  expect(callable.map(({ name }) => name)).toEqual([
    'governance.memberships_of(text,text,date)',
    'governance.open_event(text,text,text)',
    'governance.usable_key(text,date)',
  ]);
});

test('a table of one’s own cannot be made to write another committee’s history', async () => {
  const recorded = () =>
    api.sql(
      'select (select count(*) from history.finding) as versions, (select count(*) from event where committee_id = $1) as events',
      [theirs.id],
    );
  const before = await recorded();
  const { committeeId, id } = mine.actor('MEMBER');
  const session = new Session(
    api.database.dataSource,
    `BEGIN; SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${committeeId}'; SET LOCAL app.actor = '${id}'; SET LOCAL app.maintenance = 'on'`,
  );
  const forge = async (): Promise<void> => {
    await session.query('create temp table forged (like public.finding)');
    await session.query('create trigger forged after insert on forged for each row execute function history.keep_finding()');
  };
  await expect(forge()).rejects.toThrow(/permission denied for function (history\.)?keep_finding/);
  await session.end('ROLLBACK');
  expect(await recorded()).toEqual(before);
});
