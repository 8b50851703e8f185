import { requireParents } from '../../src/aims/driver.rules';
import { changeIdeaMoves, requireBelief, requireDrivers } from '../../src/aims/changeIdea.rules';
import type { ChangeIdeaStatus } from '../../src/aims/changeIdea.enums';
import { mayMove } from '../../src/kernel/machine';

const states = Object.keys(changeIdeaMoves) as ChangeIdeaStatus[];

const lawful = [
  ...['PROPOSED TESTING', 'PROPOSED ABANDONED', 'TESTING READY_TO_IMPLEMENT', 'TESTING ABANDONED'],
  ...['READY_TO_IMPLEMENT IMPLEMENTING', 'READY_TO_IMPLEMENT ABANDONED'],
  ...['IMPLEMENTING SPREADING', 'IMPLEMENTING TESTING', 'SPREADING SUSTAINED'],
];

test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('a change idea from %s to %s', (from, to) => {
  expect(mayMove(changeIdeaMoves, from, to)).toBe(lawful.includes(`${from} ${to}`));
});

test('a change idea serves at least one driver, and going on needs a stated belief', () => {
  expect(() => requireDrivers([])).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ rule: 'changeIdea.driver' }) }),
  );
  expect(() => requireBelief(null)).toThrow(expect.objectContaining({ details: { rule: 'changeIdea.belief' } }));
  expect(requireBelief('HIGH')).toBe('HIGH');
});

const primary = { aimId: 'a', kind: 'PRIMARY' } as const;
const secondary = { aimId: 'a', kind: 'SECONDARY' } as const;

test.each([
  { why: 'a primary driver has none above it', driver: primary, parents: [primary], rule: 'driver.parents' },
  { why: 'a secondary driver has at least one', driver: secondary, parents: [], rule: 'driver.parents' },
  { why: 'a secondary driver is not above another', driver: secondary, parents: [secondary], rule: 'driver.parents' },
  { why: 'drivers of two aims are not tied', driver: secondary, parents: [{ ...primary, aimId: 'b' }], rule: 'driver.aim' },
])('$why', ({ driver, parents, rule }) => {
  expect(() => requireParents(driver, parents)).toThrow(expect.objectContaining({ details: expect.objectContaining({ rule }) }));
});

test('a secondary driver may work through several primary ones', () => {
  expect(() => requireParents(secondary, [primary, primary])).not.toThrow();
  expect(() => requireParents(primary, [])).not.toThrow();
});
