import type { GraphQLSchema } from 'graphql';
import { makeSchema } from '../../src/graphql/schema';
import { addDays } from '../../src/kernel/localDate';
import { ThreadBreakKind } from '../../src/thread/breakKind.enums';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { randomly } from '../support/randomVerbs';
import { makeGroup } from '../tiers/tierMaking';
import { ways, type Planted } from './breakPlanting';
import { ThreadMaker, type Row } from './threadMaking';

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
});
afterAll(() => api.close());

const PLANTED = new Date('2026-06-01T10:00:00Z');
const ASKED = new Date('2026-09-15T10:00:00Z');
const kinds = Object.keys(ThreadBreakKind) as ThreadBreakKind[];

const newMaker = (committee: TestCommittee): ThreadMaker => new ThreadMaker(committee, schema);

const LIST = `query($filter: ThreadBreakFilter, $orderBy: ThreadBreakOrderBy, $after: String, $first: Int = 200) {
  threadBreaks(filter: $filter, orderBy: $orderBy, after: $after, first: $first) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { id kind ref sinceOn sentence nextStep row { __typename id } sources { id ref } } } }`;

interface Shown {
  id: string;
  kind: ThreadBreakKind;
  ref: string;
  sinceOn: string;
  sentence: string;
  nextStep: string;
  row: { __typename: string; id: string };
  sources: { id: string }[];
}

async function breaksOf(committee: TestCommittee, variables: object = {}): Promise<Shown[]> {
  const { threadBreaks } = await answered(committee.as('MEMBER')(LIST, { ...variables }));
  expect(threadBreaks.totalCount).toBe(threadBreaks.nodes.length);
  return threadBreaks.nodes as Shown[];
}

const named = (breaks: readonly Shown[]): string[] => breaks.map(({ kind, row }) => `${kind} ${row.id}`).sort();
const expected = (planted: readonly Planted[]): string[] => planted.map(([kind, { id }]) => `${kind} ${id}`).sort();

describe('a graph with planted breaks', () => {
  let committee: TestCommittee;
  const planted: Planted[] = [];
  const random = randomly(20260601);

  beforeAll(async () => {
    api.clock.now = PLANTED;
    committee = await api.newCommittee();
    const maker = newMaker(committee);
    const planting = kinds.flatMap((kind) => ways[kind].flatMap((way) => Array.from({ length: 1 + random.below(2) }, () => way)));
    await maker.thread();
    while (planting.length > 0) {
      const [way] = planting.splice(random.below(planting.length), 1);
      planted.push(...(await way!(maker)));
    }
    await maker.thread();
    api.clock.now = ASKED;
  }, 180_000);

  test('answers with exactly these, each named once', async () => {
    expect(new Set(planted.map(([kind]) => kind)).size).toBe(kinds.length);
    expect(named(await breaksOf(committee))).toEqual(expected(planted));
  });

  test.each(kinds)('asked for %s alone, gives those that were planted', async (kind) => {
    const own = planted.filter(([each]) => each === kind);
    expect(named(await breaksOf(committee, { filter: { kinds: [kind] } }))).toEqual(expected(own));
  });

  test('counts by kind are those of the list, and a kind without any is 0', async () => {
    const { threadAudit } = await answered(committee.as('MEMBER')('{ threadAudit { total kinds { kind count } } }'));
    const counts = kinds.map((kind) => ({ kind, count: planted.filter(([each]) => each === kind).length }));
    expect(threadAudit).toEqual({ total: planted.length, kinds: counts });
    const none = await answered(committee.as('MEMBER')('{ threadAudit(filter: {kinds: [MEASURE_SILENT]}) { kinds { count } } }'));
    expect(none.threadAudit.kinds.filter(({ count }: { count: number }) => count > 0)).toHaveLength(1);
  });

  test('each says in words what is broken, since when, and what would mend it', async () => {
    for (const each of await breaksOf(committee)) {
      expect([each.kind, each.sentence]).toEqual([each.kind, expect.stringContaining(each.ref)]);
      expect([each.kind, each.sinceOn >= '2025-03-01' && each.sinceOn <= '2026-09-15']).toEqual([each.kind, true]);
      expect(each.nextStep).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('pages in every order hold each break once', async () => {
    for (const field of ['SINCE', 'KIND', 'REF']) {
      const seen: Shown[] = [];
      for (let after: string | null = null, more = true; more;) {
        const orderBy = { field, direction: 'DESC' };
        const { threadBreaks } = await answered(committee.as('MEMBER')(LIST, { first: 7, after, orderBy }));
        seen.push(...(threadBreaks.nodes as Shown[]));
        after = threadBreaks.pageInfo.endCursor as string;
        more = threadBreaks.pageInfo.hasNextPage as boolean;
      }
      expect(named(seen)).toEqual(expected(planted));
      expect(new Set(seen.map(({ id }) => id)).size).toBe(planted.length);
    }
  });

  test('the number of statements is the same for many breaks as for few', async () => {
    await committee.as('MEMBER')(LIST, { first: 1 });
    const many = await committee.as('MEMBER')(LIST, { first: 60 });
    const other = await api.newCommittee();
    const maker = newMaker(other);
    for (const kind of kinds) await ways[kind][0]!(maker);
    // The first to ask publishes the numbers that are due.
    await other.as('MEMBER')(LIST, { first: 1 });
    const few = await other.as('MEMBER')(LIST, { first: 60 });
    expect(many.data.threadBreaks.totalCount).toBeGreaterThan(few.data.threadBreaks.totalCount as number);
    expect(many.statements.length).toBe(few.statements.length);
  });

  test('the conditions agree with the rules that the same things are judged by elsewhere', async () => {
    const { stalledWork, measures, aims } = await answered(
      committee.as('MEMBER')(`{ stalledWork(rules: [ADAPT_WITHOUT_NEXT]) { cycle { id } dueOn }
        measures(first: 200, filter: {isSilent: true}) { nodes { id } } aims(first: 200) { nodes { id missingMeasureKinds { kind } } } }`),
    );
    const rowsOf = async (kind: ThreadBreakKind) =>
      (await breaksOf(committee, { filter: { kinds: [kind] } })).map(({ row }) => row.id).sort();
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
    expect(await rowsOf('ADAPT_WITHOUT_NEXT')).toEqual(ids(stalledWork.map(({ cycle }: { cycle: Row }) => cycle)));
    expect(await rowsOf('MEASURE_SILENT')).toEqual(ids(measures.nodes as Row[]));
    type Shown = Row & { missingMeasureKinds: { kind: string }[] };
    const lacking = (aims.nodes as Shown[]).filter((aim) => aim.missingMeasureKinds.some(({ kind }) => kind === 'OUTCOME'));
    expect(await rowsOf('AIM_WITHOUT_OUTCOME_MEASURE')).toEqual(ids(lacking));
    const late = await breaksOf(committee, { filter: { kinds: ['ADAPT_WITHOUT_NEXT'] } });
    // Late from the day after the last on which all was well.
    expect([...new Set(late.map(({ sinceOn }) => addDays(sinceOn, -1)))]).toEqual([stalledWork[0].dueOn]);
  });

  test('as at a moment it shows what was broken then', async () => {
    api.clock.now = new Date('2026-09-16T10:00:00Z');
    const then = ASKED.toISOString();
    const [, row] = planted.find(([kind]) => kind === 'RECOMMENDATION_WITHOUT_ACTION')!;
    const now = await breaksOf(committee);
    const mended = await newMaker(committee).approvedAction({ recommendationIds: [row.id] });
    api.clock.now = new Date('2026-09-17T10:00:00Z');
    expect(named(await breaksOf(committee))).toEqual(named(now).filter((each) => !each.endsWith(row.id)));
    expect(mended.ref).not.toBe('');
    const asked = (moment: string) =>
      answered(committee.as('MEMBER')(LIST.replace('first: Int = 200)', `first: Int = 200) @asAt(moment: "${moment}")`)));
    expect(named((await asked(then)).threadBreaks.nodes as Shown[])).toEqual(expected(planted));
    const early = named((await asked('2026-06-20T10:00:00Z')).threadBreaks.nodes as Shown[]);
    const dated = ['MEASURE_SILENT', 'ADAPT_WITHOUT_NEXT'];
    expect(early).toEqual(expected(planted.filter(([kind]) => !dated.includes(kind))));
  });

  test('another committee sees none of it, and its ids name nothing', async () => {
    const other = await api.newCommittee();
    expect(await breaksOf(other)).toEqual([]);
    const [, row] = planted[0]!;
    expect(await breaksOf(other, { filter: { rowIds: [row.id] } })).toEqual([]);
    expect(named(await breaksOf(committee, { filter: { rowIds: [row.id] } }))).toContain(`${planted[0]![0]} ${row.id}`);
  });
});

test('a reason that is withheld from the reader was given all the same', async () => {
  api.clock.now = PLANTED;
  const committee = await api.newCommittee();
  const maker = newMaker(committee);
  const [restricted, quarantined] = [await maker.approvedAction(), await maker.approvedAction()];
  const [way] = ways.ACTION_WITHOUT_MEASURE;
  const lacking = await way!(maker);
  const group = await makeGroup(committee, 'Those who know', 'CHAIR');
  const tier = { visibility: 'RESTRICTED', restrictedGroupId: group };
  await maker.step('classifyAction', 'action', restricted, tier, 'CHAIR');
  const text = { id: quarantined.id, fieldName: 'noMeasureReason', reason: 'CHILD' };
  await maker.say('quarantineText', 'quarantine', text, 'PRIVACY_STEWARD');
  expect(named(await breaksOf(committee, { filter: { kinds: ['ACTION_WITHOUT_MEASURE'] } }))).toEqual(expected(lacking));
});
