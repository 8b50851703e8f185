import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { listening } from '../support/listening';
import { makeStartedAction } from '../support/make';
import { makeSeries, type MonthFigure } from '../chartViews/chartMaking';
import { mutation, percentage } from '../measures/measureMaking';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const definition = { ...percentage, effectiveOn: '2023-01-01', unit: '%' };
const hiddenNow = { suppressed: true, reason: 'SMALL_NUMBERS' };
const shownNow = { suppressed: false, reason: null };

const steadily: readonly MonthFigure[] = Array.from({ length: 20 }, (_, i): MonthFigure => [
  i < 12 ? 14 + (i % 3) : 22 + (i % 3),
  30,
]);
const withAt = (places: Readonly<Record<number, MonthFigure>>): readonly MonthFigure[] =>
  steadily.map((figure, place) => places[place] ?? figure);

/** All that a measure shows of its figures, by every way there is. */
const everything = `query($id: ID!) { node(id: $id) { ... on Measure { centreLine centreLineDisclosure { suppressed reason }
  standing { signal sentence signalFromOn lastPeriodEndsOn isSilent }
  dataPoints(first: 50) { totalCount totalCountDisclosure { reason } nodes { value numerator denominator isMissing status disclosure { suppressed reason sentence }
    revisions { number value numerator denominator disclosure { suppressed reason } } } }
  p: chart { ...All } run: chart(kind: RUN, rebaseSide: ABOVE) { ...All } i: chart(kind: I, ruleSet: MDC_XMR, fromOn: "2024-06-01") { ...All }
  early: chart(toOn: "2024-12-31", freezeAfter: 6) { ...All } } }
  actions { nodes { improvementStatus improvement { status reasons { code sentence } measures { sentence } } attributions { verdict before { points median } after { points median } cautions { sentence } } } }
  better: measures(filter: { signals: [BETTER] }) { nodes { name } } }
fragment All on Chart { title kind summary suggestion { kind reason } target svg page variationIcon assuranceIcon signals { rule from to points sentence isOngoing }
  phases { from to points centre usefulObservations longestRun crossings runs } warnings { message periods }
  points { period value numerator denominator disclosure { suppressed reason } missingReason position centre sigma lowerLimit upperLimit isInBaseline signals { rule side } dataPoint { value } }
  provenance { gaps suppressedPeriods usefulObservations givenCentreLine baselines { values from to } dataRevision { versions } } }`;

async function committeeWith(figures: readonly MonthFigure[]): Promise<{ committee: TestCommittee; id: string }> {
  const committee = await api.newCommittee();
  const { id, version } = await makeSeries(committee, figures, { definition });
  await answered(
    committee.as('DATA_ANALYST')(mutation('chooseChart', 'measure { id }'), { input: { id, version, centreLine: 55 } }),
  );
  await makeStartedAction(committee, { measureIds: [id], noMeasureReason: null });
  return { committee, id };
}

/** Ids and references of committees differ; nothing else of an answer may. */
const blinded = (answer: unknown): string =>
  JSON.stringify(answer)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replace(/\b[\w-]{48,}\b/g, 'id');

const asked = async (committee: TestCommittee, role: 'PARTNER_VIEWER' | 'DATA_ANALYST', id: string) =>
  answered(committee.as(role)(everything, { id }));

/** What is recorded in one second is told apart by less than a clock shows. */
const later = (): void => {
  api.clock.now = new Date(api.clock.now.getTime() + 60_000);
};

describe('what a reader below analyst is shown of a measure', () => {
  test('is byte for byte the same whatever the hidden figures hold, and by every way; an analyst sees the difference', async () => {
    const one = await committeeWith(withAt({ 4: [2, 30], 9: [0, 30], 15: [28, 30] }));
    const other = await committeeWith(withAt({ 4: [4, 30], 9: [30, 30], 15: [3, 4] }));
    const [seen, alsoSeen] = [
      await asked(one.committee, 'PARTNER_VIEWER', one.id),
      await asked(other.committee, 'PARTNER_VIEWER', other.id),
    ];
    expect(blinded(seen)).toBe(blinded(alsoSeen));
    const [told, alsoTold] = [
      await asked(one.committee, 'DATA_ANALYST', one.id),
      await asked(other.committee, 'DATA_ANALYST', other.id),
    ];
    expect(blinded(told)).not.toBe(blinded(alsoTold));
    expect(seen.node.p.points.map(({ value }: { value: number | null }) => value === null)).toEqual(
      steadily.map((_, place) => [4, 9, 15].includes(place)),
    );
    expect(seen.node.p.provenance).toMatchObject({
      suppressedPeriods: ['2024-05-01', '2024-10-01', '2025-04-01'],
      givenCentreLine: null,
    });
    expect(seen.node).toMatchObject({ centreLine: null, centreLineDisclosure: hiddenNow });
    expect(told.node).toMatchObject({ centreLine: 55, centreLineDisclosure: shownNow });
    expect(seen.node.p.page).toContain('withheld: this number is small');
    expect(seen.node.p.page).toContain('not missing: May 2024, October 2024, April 2025');
    expect(told.node.p.points[4]).toMatchObject({ numerator: 2, denominator: 30, disclosure: shownNow });
  });

  test('hides value, numerator and denominator together, and says so; true numbers stay true', async () => {
    const { committee, id } = await committeeWith(withAt({ 4: [2, 30] }));
    const { node } = await asked(committee, 'PARTNER_VIEWER', id);
    const numbers = { value: null, numerator: null, denominator: null, disclosure: hiddenNow };
    expect(node.dataPoints.nodes[4]).toMatchObject({ ...numbers, isMissing: false, revisions: [{ number: 1, ...numbers }] });
    expect(node.dataPoints.nodes[5]).toMatchObject({
      numerator: 16,
      denominator: 30,
      disclosure: { ...shownNow, sentence: null },
    });
    expect(node.dataPoints).toMatchObject({ totalCount: null, totalCountDisclosure: { reason: 'NOT_PUBLISHED' } });
  });

  test('is the same at the addresses of charts', async () => {
    const { committee, id } = await committeeWith(withAt({ 4: [2, 30] }));
    const service = await listening(api);
    try {
      const get = async (role: 'PARTNER_VIEWER' | 'DATA_ANALYST') => {
        const headers = { authorization: await service.authorization(committee, role) };
        return (await fetch(`${service.url}/charts/${id}.svg`, { headers })).text();
      };
      expect(await get('PARTNER_VIEWER')).toBe((await asked(committee, 'PARTNER_VIEWER', id)).node.p.svg);
      expect(await get('DATA_ANALYST')).toBe((await asked(committee, 'DATA_ANALYST', id)).node.p.svg);
      expect(await get('DATA_ANALYST')).not.toBe(await get('PARTNER_VIEWER'));
    } finally {
      await service.close();
    }
  });

  test('a value without its denominator, and times between single events, are not shown', async () => {
    const committee = await api.newCommittee();
    const reasonOf = async (calculation: string, figure: MonthFigure) => {
      const { id } = await makeSeries(committee, [figure], { definition: { ...definition, calculation, unit: 'days' } });
      return (await asked(committee, 'PARTNER_VIEWER', id)).node.dataPoints.nodes[0].disclosure.reason as unknown;
    };
    expect(await reasonOf('MEDIAN', 12)).toBe('UNKNOWN_SIZE');
    expect(await reasonOf('TIME_BETWEEN', 40)).toBe('SINGLE_EVENTS');
    expect(await reasonOf('COUNT', 40)).toBeNull();
    expect(await reasonOf('COUNT', 0)).toBe('SMALL_NUMBERS');
  });
});

describe('over time', () => {
  const numerators = `query($id: ID!) { node(id: $id) { ... on Measure { dataPoints { nodes { numerator disclosure { suppressed } revisions { numerator } } } } } }`;

  test('a revision by few children is hidden, and every answer about the past is the one given then', async () => {
    api.clock.now = new Date('2026-09-15T10:00:00Z');
    const { committee, id } = await committeeWith([
      [16, 30],
      [20, 40],
    ]);
    const seen = async (moment?: string) => {
      const document = moment ? numerators.replace('query($id: ID!)', `query($id: ID!) @asAt(moment: "${moment}")`) : numerators;
      return JSON.stringify(await answered(committee.as('PARTNER_VIEWER')(document, { id })));
    };
    const told: [string, string][] = [];
    later();
    for (const [day, numerator, denominator] of [
      [16, 17, 40],
      [17, 22, 45],
      [18, 16, 60],
      [19, 12, 90],
    ] as const) {
      told.push([api.clock.now.toISOString(), await seen()]);
      api.clock.now = new Date(`2026-09-${day}T10:00:00Z`);
      const { node } = await answered(
        committee.as('DATA_ANALYST')(
          'query($id: ID!) { node(id: $id) { ... on Measure { dataPoints { nodes { id version } } } } }',
          { id },
        ),
      );
      const input = { ...node.dataPoints.nodes[0], numerator, denominator, reason: 'Counted again' };
      await answered(committee.as('DATA_ANALYST')(mutation('reviseDataPoint', 'dataPoint { id }'), { input }));
    }
    later();
    told.push([api.clock.now.toISOString(), await seen()]);
    for (const [moment, answer] of told) expect([moment, await seen(moment)]).toEqual([moment, answer]);
    const versions = JSON.parse(await seen()).node.dataPoints.nodes[0].revisions.map(
      ({ numerator }: { numerator: number }) => numerator,
    );
    // 17 differs from 16 by one, and 12 by four.
    expect(versions).toEqual([16, null, 22, 16, null]);
  });
});

describe('a committee that keeps small numbers from more roles', () => {
  const settingsOf = async (committee: TestCommittee) =>
    (await answered(committee.as('CHAIR')('{ committee { settings { id version smallestCountShown protectedRoles } } }')))
      .committee.settings;
  const keep = async (committee: TestCommittee, role: 'CHAIR' | 'PRIVACY_STEWARD', facts: object) => {
    const { id, version } = await settingsOf(committee);
    return committee.as(role)(mutation('keepSmallNumbers', 'settings { smallestCountShown protectedRoles }'), {
      input: { id, version, ...facts },
    });
  };
  const fourth = `query($id: ID!) { node(id: $id) { ... on Measure { dataPoints { nodes { numerator } } } } }`;
  const numeratorsSeenBy = async (
    committee: TestCommittee,
    role: 'MEMBER' | 'PARTNER_VIEWER' | 'CHAIR',
    id: string,
    document = fourth,
  ) =>
    (await answered(committee.as(role)(document, { id }))).node.dataPoints.nodes.map(
      ({ numerator }: { numerator: unknown }) => numerator,
    ) as unknown[];

  test('says which roles, and from which count on; both count at once, for the past too, and are part of the history', async () => {
    const { committee, id } = await committeeWith([
      [2, 30],
      [8, 30],
      [15, 30],
    ]);
    expect(await settingsOf(committee)).toMatchObject({ smallestCountShown: 5, protectedRoles: [] });
    expect(await numeratorsSeenBy(committee, 'MEMBER', id)).toEqual([2, 8, 15]);
    expect(await numeratorsSeenBy(committee, 'PARTNER_VIEWER', id)).toEqual([null, 8, 15]);
    later();
    const before = api.clock.now.toISOString();
    later();
    await answered(keep(committee, 'PRIVACY_STEWARD', { protectedRoles: ['MEMBER', 'CHIEF_OFFICER', 'MEMBER'] }));
    await answered(keep(committee, 'CHAIR', { smallestCountShown: 10 }));
    expect(await settingsOf(committee)).toMatchObject({
      smallestCountShown: 10,
      protectedRoles: ['CHIEF_OFFICER', 'MEMBER'],
      version: 3,
    });
    for (const role of ['MEMBER', 'PARTNER_VIEWER'] as const) {
      expect(await numeratorsSeenBy(committee, role, id)).toEqual([null, null, 15]);
      const past = fourth.replace('query($id: ID!)', `query($id: ID!) @asAt(moment: "${before}")`);
      expect(await numeratorsSeenBy(committee, role, id, past)).toEqual([null, null, 15]);
    }
    expect(await numeratorsSeenBy(committee, 'CHAIR', id)).toEqual([2, 8, 15]);
    const { events } = await answered(
      committee.as('AUDITOR')('{ events(filter: { verbs: ["keepSmallNumbers"] }) { nodes { sentence } } }'),
    );
    expect(events.nodes).toHaveLength(2);
  });

  test('cannot keep them from the roles that need them, nor go below 2 or above 10', async () => {
    const committee = await api.newCommittee();
    expect((await keep(committee, 'CHAIR', { protectedRoles: ['DATA_ANALYST'] })).errors).toHaveLength(1);
    for (const smallestCountShown of [1, 11])
      expect(await refusal(keep(committee, 'CHAIR', { smallestCountShown }))).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'input.smallestCountShown',
      });
    expect(await settingsOf(committee)).toMatchObject({ smallestCountShown: 5, protectedRoles: [], version: 1 });
  });
});
