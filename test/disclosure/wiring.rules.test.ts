import { roles, isKeptSmall, type Role } from '../../src/access/roles';
import { askedActions } from '../../src/actions/actionCatalogue.rules';
import { hidden, shown } from '../../src/disclosure/disclosed';
import { childrenPolicy, recordsPolicy } from '../../src/disclosure/policy';
import { protectShare } from '../../src/disclosure/protectShare';
import { protectSummary } from '../../src/disclosure/protectSummary';
import { toGlobalId } from '../../src/kernel/globalId';
import { dateAt, endOf } from '../../src/kernel/localDate';
import { hiddenVersions } from '../../src/measures/figures.rules';
import { actionSummary } from '../../src/summary/publication.rules';
import { publishedSummary } from '../../src/summary/publishedSummary.rules';

test('who is below analyst: two roles always, and those of its own that a committee chose', () => {
  const kept = (chosen: readonly Role[]) => (Object.keys(roles) as Role[]).filter((role) => isKeptSmall(role, chosen));
  expect(kept([])).toEqual(['PARTNER_VIEWER', 'ADMIN']);
  expect(kept(['MEMBER', 'CHIEF_OFFICER'])).toEqual(['MEMBER', 'CHIEF_OFFICER', 'PARTNER_VIEWER', 'ADMIN']);
  expect(kept(['CHAIR', 'DATA_ANALYST', 'AUDITOR'])).toEqual(['PARTNER_VIEWER', 'ADMIN']);
});

test.each([
  ['2026-06-30', '2026-06-30T22:59:59.999Z'],
  ['2026-12-31', '2026-12-31T23:59:59.999Z'],
  ['2026-03-28', '2026-03-28T23:59:59.999Z'],
  ['2026-03-29', '2026-03-29T22:59:59.999Z'],
  ['2026-10-25', '2026-10-25T23:59:59.999Z'],
])('%s ends in Scotland at %s', (day, moment) => {
  expect(endOf(day).toISOString()).toBe(moment);
  expect([dateAt(endOf(day)), dateAt(new Date(endOf(day).getTime() + 1))]).not.toEqual([day, day]);
});

test.each([
  [20, 12, true],
  [20, null, true],
  [20, 16, false],
  [20, 4, false],
  [20, 20, false],
  [20, 0, false],
  [4, null, false],
])('of %i, %s', (of, some, isShown) => {
  const told = isShown ? shown : () => hidden('SMALL_NUMBERS');
  expect(protectShare({ of, some }, childrenPolicy)).toEqual({ of: told(of), some: told(some) });
});

const agency = '6f0c2bb6-6a54-4a0a-9d0a-0d3f4f1f7b11';
test.each([
  [{}, { group: null, part: null }],
  [null, { group: null, part: null }],
  [
    { statuses: ['APPROVED'], isOverdue: true },
    { group: { dimension: 'STATUS', key: 'APPROVED' }, part: 'OVERDUE' },
  ],
  [{ leadAgencyIds: [toGlobalId('Agency', agency)] }, { group: { dimension: 'LEAD_AGENCY', key: agency }, part: null }],
  [{ leadAgencyIds: ['nothing of ours'] }, null],
  [{ statuses: ['APPROVED'], themeCodes: ['A4'] }, null],
  [{ statuses: ['APPROVED', 'ON_HOLD'] }, null],
  [{ text: 'x' }, null],
])('%j asks for %j', (filter, asked) => {
  expect(askedActions(filter)).toEqual(asked);
});

describe('versions of figures', () => {
  const points = [
    { id: 'p1', periodStart: '2026-01-01', periodEnd: '2026-01-31' },
    { id: 'p2', periodStart: '2026-02-01', periodEnd: '2026-02-28' },
  ];
  const definitions = [{ id: 'd', multiplier: 100 }];
  const version = (id: string, dataPointId: string, day: number, numerator: number) => ({
    ...{ id, dataPointId, recordedAt: new Date(`2026-03-${day}T10:00:00Z`), number: 1, calculation: 'PERCENTAGE' as const },
    ...{ definitionId: 'd' },
    ...{ value: numerator, numerator, denominator: 100 },
  });

  test('are judged in the order in which they became known, whatever the order they come in', () => {
    const versions = [version('late', 'p1', 20, 17), version('early', 'p1', 10, 15), version('other', 'p2', 10, 16)];
    const reasons = hiddenVersions({ points, versions, definitions }, childrenPolicy);
    expect(Object.fromEntries(reasons)).toEqual({ early: null, late: 'SMALL_NUMBERS', other: null });
  });

  test('what comes later changes nothing of what was decided', () => {
    const versions = [10, 12, 14, 16, 18].map((day, i) => version(`v${i}`, i % 2 ? 'p1' : 'p2', day, [15, 17, 22, 30, 31][i]!));
    for (const count of versions.keys()) {
      const known = versions.slice(0, count + 1);
      const all = hiddenVersions({ points, versions, definitions }, childrenPolicy);
      for (const [id, reason] of hiddenVersions({ points, versions: known, definitions }, childrenPolicy))
        expect([id, reason]).toEqual([id, all.get(id)]);
    }
  });

  test('one whose data point or definition is not known is not judged, so that it is not shown', () => {
    const versions = [version('v', 'p1', 10, 50)];
    expect(hiddenVersions({ points, versions, definitions }, childrenPolicy).has('v')).toBe(true);
    expect(hiddenVersions({ points: [], versions, definitions }, childrenPolicy).has('v')).toBe(false);
    expect(hiddenVersions({ points, versions, definitions: [] }, childrenPolicy).has('v')).toBe(false);
  });
});

describe('a summary made of published numbers', () => {
  const keys = new Map([
    ['APPROVED', 'APPROVED'],
    ['DRAFT', 'DRAFT'],
  ]);
  const counted = (key: string, count: number, also: number) => ({ key, label: key, count, also });
  const summary = actionSummary({ count: 40, also: 10 }, [
    { name: 'STATUS', overlaps: false, keys, groups: [counted('APPROVED', 30, 10), counted('DRAFT', 10, 0)] },
    { name: 'LEAD_AGENCY', overlaps: false, keys: new Map([['a', 'A']]), groups: [counted('a', 40, 10)] },
  ]);
  const numbers = protectSummary(summary, recordsPolicy);

  test('knows what can never be, and tells of keys without records', () => {
    expect(summary.dimensions[0]?.groups).toEqual([
      { key: 'APPROVED', count: 30, inPart: [10, 20], neverInPart: [] },
      { key: 'DRAFT', count: 10, inPart: [0, 10], neverInPart: ['OVERDUE'] },
    ]);
    expect(summary.dimensions[1]?.groups).toEqual([
      { key: 'a', count: 40, inPart: [10, 30], neverInPart: [] },
      { key: null, count: 0, inPart: [0, 0], neverInPart: ['OVERDUE'] },
    ]);
  });

  test.each([
    ['everything', {}, shown(40), shown(10), [30, 10]],
    ['a part', { isOverdue: true }, shown(10), shown(10), [10, 0]],
    ['the other part', { isOverdue: false }, shown(30), shown(0), [20, 10]],
    ['a group', { statuses: ['APPROVED'] }, shown(30), shown(10), [30]],
    ['a group of another dimension', { leadAgencyIds: ['x'] }, hidden('NOT_PUBLISHED'), hidden('NOT_PUBLISHED'), [null, null]],
  ])('%s', (_, filter, count, overdue, groups) => {
    const asked = publishedSummary(numbers, askedActions(filter), 'STATUS');
    expect([asked.count, asked.overdue, asked.groups.map((group) => group.count.value)]).toEqual([count, overdue, groups]);
  });
});
