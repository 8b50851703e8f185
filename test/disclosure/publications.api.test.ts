import { hidden, shown, type Disclosed, type SuppressionReason } from '../../src/disclosure/disclosed';
import { isSmall, isSmallChange, recordsPolicy } from '../../src/disclosure/policy';
import { placeOf } from '../../src/disclosure/summary';
import { answered, startApi, type Answer, type TestApi, type TestCommittee } from '../support/api';
import { listening, type Listening } from '../support/listening';
import { makeApprovedAction } from '../support/make';
import { randomNumbers } from './support/actions';
import { beyond, boundedIn } from './support/audit';
import {
  addActions,
  dimensions,
  findingsOf,
  kinds,
  listedByKind,
  opened,
  randomCounts,
  world,
} from './support/committeeOfActions';

let api: TestApi;
let service: Listening;

beforeAll(async () => {
  api = await startApi();
  service = await listening(api);
});
beforeEach(() => {
  api.clock.now = new Date('2026-06-15T10:00:00Z');
});
afterAll(async () => {
  await service.close();
  await api.close();
});

interface Told {
  suppressed: boolean;
  reason: SuppressionReason | null;
}
interface Group {
  key: string | null;
  count: number | null;
  countDisclosure: Told;
  overdue: number | null;
  overdueDisclosure: Told;
}
interface Summary {
  asAtOn: string;
  total: number | null;
  totalDisclosure: Told;
  overdue: number | null;
  overdueDisclosure: Told;
  groups: Group[];
}

const told = (value: number | null, { suppressed, reason }: Told): Disclosed => {
  expect(value === null).toBe(suppressed);
  return reason === null ? shown(value) : hidden(reason);
};

const query = (
  moment?: string,
) => `query($by: SummaryGrouping!, $filter: ActionFilter) ${moment ? `@asAt(moment: "${moment}")` : ''} {
  statusSummary(groupBy: $by, filter: $filter) { asAtOn total totalDisclosure { suppressed reason publishedOn } overdue overdueDisclosure { suppressed reason }
    groups { key count countDisclosure { suppressed reason } overdue overdueDisclosure { suppressed reason } } }
  actions(filter: $filter, first: 0) { totalCount totalCountDisclosure { suppressed reason publishedOn } } }`;

/** Asks over HTTP, as a dashboard does. */
async function ask(committee: TestCommittee, document: string, variables: object): Promise<Answer['data']> {
  const authorization = await service.authorization(committee, 'PARTNER_VIEWER');
  // The search for what is hidden may take longer than an idle connection is kept.
  const headers = { 'content-type': 'application/json', connection: 'close', authorization };
  const answer = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await answer.json()) as Partial<Answer>;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** One question of a reader below analyst, and the numbers that its answer holds, by their places. */
interface Question {
  readonly by: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly numbersIn: (summary: Summary, totalCount: Disclosed) => [string, Disclosed][];
}

const keyOf = (committee: TestCommittee, name: string, key: string | null): string | null =>
  name === 'LEAD_AGENCY' && key !== null ? (committee.agencyIds[Number(key)] ?? null) : key;

/** Everything that is published: each dimension, over all and within each part; each group by itself, over all and within each part. */
function questionsOf(committee: TestCommittee): { grouped: Question[]; single: Question[] } {
  const partOf = (isOverdue: boolean): string => (isOverdue ? 'OVERDUE' : 'NOT_OVERDUE');
  const filterOf: Readonly<Record<string, string>> = {
    STATUS: 'statuses',
    LEAD_AGENCY: 'leadAgencyIds',
    THEME: 'themeCodes',
    SOURCE_KIND: 'sourceKinds',
  };
  const grouped = dimensions.flatMap(({ name, keys }): Question[] => [
    {
      by: name,
      filter: {},
      numbersIn: (summary, totalCount) => [
        [placeOf(), told(summary.total, summary.totalDisclosure)],
        [placeOf(), totalCount],
        [placeOf('part', 'OVERDUE'), told(summary.overdue, summary.overdueDisclosure)],
        ...keys.flatMap((key): [string, Disclosed][] => {
          const group = summary.groups.find((one) => one.key === keyOf(committee, name, key))!;
          return [
            [placeOf('group', name, key), told(group.count, group.countDisclosure)],
            [placeOf('cell', name, key, 'OVERDUE'), told(group.overdue, group.overdueDisclosure)],
          ];
        }),
      ],
    },
    ...[true, false].map((isOverdue): Question => ({
      by: name,
      filter: { isOverdue },
      numbersIn: (summary, totalCount) => [
        [placeOf('part', partOf(isOverdue)), told(summary.total, summary.totalDisclosure)],
        [placeOf('part', partOf(isOverdue)), totalCount],
        ...keys.map((key): [string, Disclosed] => {
          const group = summary.groups.find((one) => one.key === keyOf(committee, name, key))!;
          return [placeOf('cell', name, key, partOf(isOverdue)), told(group.count, group.countDisclosure)];
        }),
      ],
    })),
  ]);
  const single = dimensions.flatMap(({ name, keys }) =>
    keys
      .filter((key) => key !== null)
      .flatMap((key) =>
        [undefined, true, false].map((isOverdue): Question => {
          const place = isOverdue === undefined ? placeOf('group', name, key) : placeOf('cell', name, key, partOf(isOverdue));
          return {
            by: 'STATUS',
            filter: { [filterOf[name] ?? '']: [keyOf(committee, name, key)], ...(isOverdue === undefined ? {} : { isOverdue }) },
            numbersIn: (summary, totalCount) => [
              [place, told(summary.total, summary.totalDisclosure)],
              [place, totalCount],
            ],
          };
        }),
      ),
  );
  return { grouped, single };
}

/** The answers to every question, or to those that hold all numbers; a number is the same whichever way it is asked for. */
async function allAnswers(
  committee: TestCommittee,
  { moment, everyWay = false }: { moment?: string; everyWay?: boolean } = {},
): Promise<{ byQuestion: [string, Disclosed][][]; all: Map<string, Disclosed> }> {
  const { grouped, single } = questionsOf(committee);
  const byQuestion: [string, Disclosed][][] = [];
  const all = new Map<string, Disclosed>();
  for (const { by, filter, numbersIn } of everyWay ? [...grouped, ...single] : grouped) {
    const { statusSummary, actions } = await ask(committee, query(moment), { by, filter });
    const numbers = numbersIn(
      statusSummary as Summary,
      told(actions.totalCount as number | null, actions.totalCountDisclosure as Told),
    );
    for (const [place, number] of numbers) {
      expect([place, all.get(place) ?? number]).toEqual([place, number]);
      all.set(place, number);
    }
    byQuestion.push(numbers);
  }
  expect([...all.keys()].sort()).toEqual([...world.countedAt.keys()].sort());
  return { byQuestion, all };
}

const trueCount = (counts: readonly number[], place: string): number =>
  kinds.reduce((sum, kind, i) => sum + (world.countedAt.get(place)!(kind) ? counts[i]! : 0), 0);

const isOverlapping = (place: string): boolean => /^\["group","(THEME|SOURCE_KIND)"/.test(place);

/** What a reader has in hand: some of the answers, and the rows that they list themselves. */
interface InHand {
  readonly all: ReadonlyMap<string, Disclosed>;
  readonly known?: ReadonlySet<string>;
  readonly listed: readonly number[];
  readonly before?: ReadonlyMap<string, readonly number[]>;
}

/** What someone learns of small numbers of the rows that they cannot list. */
function learnt(counts: readonly number[], { all, known, listed, before = new Map() }: InHand): string[] {
  const withheld = counts.map((count, kind) => count - listed[kind]!);
  const numbers = [...all].map(([place, number]) => ({
    ...{ place, count: trueCount(withheld, place) },
    number: known?.has(place) === false ? hidden('NOT_PUBLISHED') : beyond(trueCount(listed, place), number),
  }));
  const found = boundedIn(world, { numbers, policy: recordsPolicy, before, isOverlapping });
  return found.filter((place) => place.startsWith('told ') || all.get(place.replace('outside ', ''))?.suppressed);
}

/** The rows that a reader below analyst can list, by kind, as at a moment where one is given. */
const rowsOf = (committee: TestCommittee, moment?: string): Promise<number[]> =>
  listedByKind(committee, async (filter) => {
    const document = `query($filter: ActionFilter) ${moment ? `@asAt(moment: "${moment}")` : ''} {
      actions(filter: $filter, first: 200) { nodes { id } pageInfo { hasNextPage } } }`;
    const { actions } = await ask(committee, document, { filter });
    expect(actions.pageInfo).toEqual({ hasNextPage: false });
    return (actions.nodes as { id: string }[]).map(({ id }) => id);
  });

/** A committee with so many actions, of which so many in a hundred are open to partners. */
async function committeeWith(size: number, seed: number, percentOpen = 0) {
  const committee = await api.newCommittee();
  const findings = await findingsOf(committee);
  const counts = randomCounts(size, randomNumbers(seed));
  const open = opened(counts, percentOpen, randomNumbers(seed + 100));
  await addActions(api, committee, { findings, counts: open, on: '2026-06-15', tier: 'PARTNERSHIP' });
  await addActions(api, committee, { findings, counts: counts.map((count, kind) => count - open[kind]!), on: '2026-06-15' });
  return { committee, findings, counts, open };
}

const AFTER_JUNE = new Date('2026-07-01T08:00:00Z');
const shares: string[] = [];

describe('a dashboard that asks everything', () => {
  test.each([
    [24, 0, 1],
    [60, 0, 2],
    [110, 0, 3],
    [200, 0, 4],
    [60, 30, 2],
    [110, 60, 3],
    [200, 20, 4],
    [60, 100, 16],
  ])(
    'of a committee with %i actions, %i %% of them open to list, bounds no number of the others, by any two questions or by all',
    async (size, percentOpen, seed) => {
      const { committee, counts, open } = await committeeWith(size, seed, percentOpen);
      api.clock.now = AFTER_JUNE;
      const { byQuestion, all } = await allAnswers(committee, { everyWay: true });
      const listed = await rowsOf(committee);
      expect(listed).toEqual(open);
      expect(await rowsOf(committee, '2026-06-30T22:59:59Z')).toEqual(open);
      for (const [place, { value }] of all) if (value !== null) expect([place, value]).toEqual([place, trueCount(counts, place)]);
      expect(learnt(counts, { all, listed })).toEqual([]);
      const asked = new Set(byQuestion.map((numbers) => JSON.stringify([...new Set(numbers.map(([place]) => place))].sort())));
      const sets = [...asked].map((places) => JSON.parse(places) as string[]);
      for (const [i, one] of sets.entries())
        for (const other of sets.slice(i + 1))
          expect(learnt(counts, { all, listed, known: new Set([...one, ...other]) })).toEqual([]);
      const hiddenOnes = [...all.values()].filter(({ suppressed }) => suppressed).length;
      if (percentOpen === 100) expect(hiddenOnes).toBe(0);
      shares.push(
        `${size} actions, ${percentOpen} % open: ${Math.round((100 * hiddenOnes) / all.size)} % of ${all.size} numbers hidden`,
      );
    },
    120_000,
  );

  test('the search has teeth: where small numbers alone are hidden it finds them out', () => {
    const counts = randomCounts(60, randomNumbers(2));
    const told = new Map(
      [...world.countedAt.keys()].map((place) => {
        const count = trueCount(counts, place);
        return [place, isSmall(count, recordsPolicy) ? hidden('SMALL_NUMBERS') : shown(count)] as const;
      }),
    );
    expect(learnt(counts, { all: told, listed: kinds.map(() => 0) })).not.toEqual([]);
  });

  test('and where all rows but one of each kind can be listed, it finds out what a large number leaves', () => {
    const counts = randomCounts(60, randomNumbers(2));
    const told = [...world.countedAt.keys()].map((place) => [place, trueCount(counts, place)] as const);
    const large = new Map(told.map(([place, count]) => [place, count < 10 ? hidden('SMALL_NUMBERS') : shown(count)]));
    expect(learnt(counts, { all: large, listed: counts.map((count) => Math.max(count - 1, 0)) })).not.toEqual([]);
  });

  test('and the committee itself sees all of them, as they are today', async () => {
    const { committee, counts } = await committeeWith(24, 1);
    const { statusSummary: summary } = await answered(committee.as('MEMBER')(query(), { by: 'STATUS', filter: {} }));
    expect(summary.total).toBe(24);
    for (const { key, count } of summary.groups as Group[])
      expect(count).toBe(trueCount(counts, placeOf('group', 'STATUS', key)));
  });
});

afterAll(() => {
  process.stdout.write(`${shares.join('\n')}\n`);
});

describe('over time', () => {
  test('publications one after the other tell no small number and no small change, and stay as they came out', async () => {
    const { committee, findings, counts } = await committeeWith(70, 5, 30);
    const random = randomNumbers(6);
    const before = new Map<string, number[]>();
    const past: [string, string][] = [];
    let now = counts;
    let lastPublished = '';
    for (const [recordedOn, lookedAt] of [
      ['2026-07-10', '2026-07-01T08:00:00Z'],
      ['2026-10-10', '2026-10-02T08:00:00Z'],
      ['2027-01-10', '2027-01-05T08:00:00Z'],
      ['2027-04-10', '2027-04-01T00:30:00Z'],
    ] as const) {
      api.clock.now = new Date(lookedAt);
      const { all } = await allAnswers(committee);
      const { statusSummary } = await ask(committee, query(), { by: 'STATUS', filter: {} });
      const isNew = statusSummary.asAtOn !== lastPublished;
      lastPublished = statusSummary.asAtOn as string;
      const listed = await rowsOf(committee);
      if (isNew) expect(learnt(now, { all, listed, before })).toEqual([]);
      for (const [place, number] of isNew ? all : []) {
        const { value } = beyond(trueCount(listed, place), number);
        if (value === null) continue;
        expect((before.get(place) ?? []).filter((earlier) => isSmallChange(value, earlier, recordsPolicy))).toEqual([]);
        before.set(place, [...(before.get(place) ?? []), value]);
      }
      past.push([lookedAt, JSON.stringify([...all])]);
      const more = randomCounts(12, random);
      const open = opened(more, 50, random);
      await addActions(api, committee, { findings, counts: open, on: recordedOn, tier: 'PARTNERSHIP' });
      await addActions(api, committee, { findings, counts: more.map((count, kind) => count - open[kind]!), on: recordedOn });
      now = now.map((count, kind) => count + more[kind]!);
    }
    for (const [moment, answers] of past)
      expect([moment, JSON.stringify([...(await allAnswers(committee, { moment })).all])]).toEqual([moment, answers]);
  }, 120_000);

  test('between two publications nothing changes, whatever is recorded, and a late fact enters the next', async () => {
    const { committee, findings } = await committeeWith(60, 7);
    api.clock.now = AFTER_JUNE;
    const first = [...(await allAnswers(committee)).all];
    await addActions(api, committee, { findings, counts: kinds.map(() => 3), on: '2026-07-02' });
    api.clock.now = new Date('2026-09-30T22:59:00Z');
    expect([...(await allAnswers(committee)).all]).toEqual(first);
    api.clock.now = new Date('2026-09-30T23:01:00Z');
    const { statusSummary } = await ask(committee, query(), { by: 'STATUS', filter: {} });
    expect(statusSummary).toMatchObject({ asAtOn: '2026-09-30', total: 60 + 3 * kinds.length });
  });

  test('before the first publication there are no numbers, and that is said', async () => {
    const { committee } = await committeeWith(60, 8);
    const { statusSummary, actions } = await ask(committee, query(), { by: 'STATUS', filter: {} });
    const notYet = { suppressed: true, reason: 'NOT_YET_PUBLISHED', publishedOn: null };
    expect(statusSummary).toMatchObject({ total: null, totalDisclosure: notYet, groups: [] });
    expect(actions).toEqual({ totalCount: null, totalCountDisclosure: notYet });
  });

  test('the past of before the first publication has none either, though it came out since', async () => {
    const { committee } = await committeeWith(60, 8);
    api.clock.now = AFTER_JUNE;
    expect((await ask(committee, query(), { by: 'STATUS', filter: {} })).statusSummary.total).toBe(60);
    expect((await ask(committee, query('2026-06-20T00:00:00Z'), { by: 'STATUS', filter: {} })).statusSummary.total).toBeNull();
  });

  test('a publication is kept as it came out, also where the threshold is changed afterwards, and nobody rewrites it', async () => {
    const { committee } = await committeeWith(60, 9);
    api.clock.now = AFTER_JUNE;
    const first = [...(await allAnswers(committee)).all];
    await api.sql('update committee_settings set smallest_count_shown = 2 where committee_id = $1', [committee.id]);
    expect([...(await allAnswers(committee)).all]).toEqual(first);
    await expect(api.sql('delete from publication where committee_id = $1', [committee.id])).rejects.toThrow(
      'stays as it came out',
    );
    await expect(api.sql('update publication set numbers = null where committee_id = $1', [committee.id])).rejects.toThrow(
      'stays',
    );
  });

  test('it comes out the same whoever asks first, and once', async () => {
    const { committee } = await committeeWith(60, 10);
    api.clock.now = AFTER_JUNE;
    const asking = Array.from({ length: 6 }, () => ask(committee, query(), { by: 'THEME', filter: {} }));
    const answers = await Promise.all(asking);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await api.sql('select count(*)::int as "n" from publication where committee_id = $1', [committee.id])).toEqual([
      { n: 1 },
    ]);
  });
});

describe('other questions', () => {
  test.each([
    ['two values of one dimension', { statuses: ['IN_PROGRESS', 'PROPOSED'] }],
    ['two dimensions', { statuses: ['IN_PROGRESS'], themeCodes: ['A4'] }],
    ['dates', { dueBefore: '2026-01-01' }],
    ['words', { text: 'action' }],
    ['an empty list', { statuses: [] }],
    ['what the data say', { improvementStatuses: ['IMPROVING'] }],
    ['people', { leadMemberIds: [] }],
    ['an agency’s part', { agencyIds: [] }],
  ])('%s are not published, whatever the answer would be', async (_, filter) => {
    const { committee } = await committeeWith(60, 11);
    api.clock.now = AFTER_JUNE;
    const { statusSummary, actions } = await ask(committee, query(), { by: 'STATUS', filter });
    const notPublished = { suppressed: true, reason: 'NOT_PUBLISHED' };
    expect(statusSummary).toMatchObject({
      total: null,
      totalDisclosure: notPublished,
      overdue: null,
      overdueDisclosure: notPublished,
    });
    expect(actions).toMatchObject({ totalCount: null, totalCountDisclosure: notPublished });
    for (const group of statusSummary.groups as Group[])
      expect(group).toMatchObject({ count: null, countDisclosure: notPublished });
  });

  test('a group of one dimension is not divided by another', async () => {
    const { committee } = await committeeWith(60, 11);
    api.clock.now = AFTER_JUNE;
    const { statusSummary } = await ask(committee, query(), { by: 'THEME', filter: { statuses: ['IN_PROGRESS'] } });
    expect(statusSummary.total).not.toBeNull();
    for (const group of statusSummary.groups as Group[]) expect(group.countDisclosure.reason).toBe('NOT_PUBLISHED');
  });

  test('another committee’s publication is out of reach, and of its agency nothing is published', async () => {
    const [one, other] = [await committeeWith(60, 12), await committeeWith(30, 13)];
    api.clock.now = AFTER_JUNE;
    expect((await ask(one.committee, query(), { by: 'STATUS', filter: {} })).statusSummary.total).toBe(60);
    expect((await ask(other.committee, query(), { by: 'STATUS', filter: {} })).statusSummary.total).toBe(30);
    const filter = { leadAgencyIds: [one.committee.agencyIds[0]] };
    expect((await ask(other.committee, query(), { by: 'STATUS', filter })).statusSummary).toMatchObject({
      totalDisclosure: { reason: 'NOT_PUBLISHED' },
    });
  });

  test('the number of statements depends on nothing but the question', async () => {
    const [few, many] = [await committeeWith(10, 14), await committeeWith(150, 15)];
    api.clock.now = AFTER_JUNE;
    const statementsFor = async ({ committee }: { committee: TestCommittee }) => {
      const asking = () => committee.as('PARTNER_VIEWER')(query(), { by: 'THEME', filter: {} });
      return [(await asking()).statements.length, (await asking()).statements.length];
    };
    const [first, later] = await statementsFor(few);
    expect(await statementsFor(many)).toEqual([first, later]);
    expect(later).toBeLessThan(8);
  });
});

test('what is due comes out before a request looks back, also where there is one connection for both', async () => {
  const committee = await api.newCommittee();
  await makeApprovedAction(committee);
  api.clock.now = new Date('2027-02-01T10:00:00Z');
  const ask = 'query @asAt(moment: "2027-01-31T12:00:00Z") { statusSummary { asAtOn } actions { totalCount } }';
  const { statusSummary } = await answered(committee.as('PARTNER_VIEWER')(ask));
  expect(statusSummary.asAtOn).toBe('2026-12-31');
});
