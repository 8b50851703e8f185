import type { Actor } from '../../src/access/actor';
import { clearanceOf, isFromOutside } from '../../src/access/clearance';
import { roles, type Role } from '../../src/access/roles';
import { Refusal } from '../../src/kernel/errors';
import type { Visibility } from '../../src/tiers/visibility.enums';
import {
  isMemberOn,
  requireCommitteesOwn,
  requireGroup,
  requireInGroup,
  requireOpener,
  requireRaise,
  strictest,
} from '../../src/tiers/visibility.rules';

const actor = (role: Role, kind: Actor['kind'] = 'PERSON'): Actor => ({ kind, id: 'me', committeeId: 'c', role });
const ruleOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.details.rule ?? error.code;
    throw error;
  }
};

test('partners, administrators and programs stand outside; the committee’s own roles inside; two roles see everything', () => {
  const people = Object.keys(roles).map((role) => [role, clearanceOf(actor(role as Role)), isFromOutside(actor(role as Role))]);
  const apart: Readonly<Record<string, unknown[]>> = {
    ...{ PARTNER_VIEWER: [1, true], ADMIN: [0, true], AUDITOR: [3, false], PRIVACY_STEWARD: [3, false] },
  };
  expect(people).toEqual(Object.keys(roles).map((role) => [role, ...(apart[role] ?? [2, false])]));
  for (const role of Object.keys(roles) as Role[]) expect(clearanceOf(actor(role, 'SERVICE_ACCOUNT'))).toBeLessThanOrEqual(1);
});

test.each<[[Visibility, string?][], Visibility, string[]]>([
  [[['PUBLIC'], ['PUBLIC']], 'PUBLIC', []],
  [[['PARTNERSHIP'], ['PUBLIC']], 'PARTNERSHIP', []],
  [[['PUBLIC'], ['COMMITTEE'], ['PARTNERSHIP']], 'COMMITTEE', []],
  [[['RESTRICTED', 'b'], ['PUBLIC'], ['RESTRICTED', 'a'], ['RESTRICTED', 'b']], 'RESTRICTED', ['a', 'b']],
])('of %j the strictest is %s, for those who are in each of %j', (all, visibility, groupIds) => {
  const tiers = all.map(([each, group]) => ({ visibility: each, restrictedGroupId: group ?? null }));
  expect(strictest(tiers)).toEqual({ visibility, groupIds });
});

test.each<[Visibility, string | null, string | null]>([
  ['RESTRICTED', 'g', null],
  ['RESTRICTED', null, 'visibility.group'],
  ['COMMITTEE', 'g', 'visibility.group'],
  ['PUBLIC', null, null],
])('%s to the group %s: %s', (visibility, group, rule) => {
  expect(ruleOf(() => requireGroup(visibility, group))).toBe(rule);
});

const membership = (memberId: string, fromOn: string, untilOn: string | null = null) => ({ memberId, fromOn, untilOn });

test.each<[string, string | null, boolean]>([
  ['2026-09-15', null, true],
  ['2026-09-16', null, false],
  ['2026-01-01', '2026-09-16', true],
  ['2026-01-01', '2026-09-15', false],
])('a membership from %s until %s on 15 September 2026: %s', (fromOn, untilOn, isIn) => {
  expect(isMemberOn(membership('me', fromOn, untilOn), '2026-09-15')).toBe(isIn);
});

test.each<[Role, ReturnType<typeof membership>[], string | null]>([
  ['CHAIR', [membership('me', '2026-01-01')], null],
  ['CHAIR', [membership('you', '2026-01-01')], 'group.own'],
  ['CHAIR', [membership('me', '2026-01-01', '2026-02-01'), membership('you', '2026-01-01')], 'group.own'],
  ['PRIVACY_STEWARD', [membership('you', '2026-01-01')], null],
  ['PRIVACY_STEWARD', [membership('you', '2026-01-01', '2026-02-01')], 'group.empty'],
])('%s may use a group of %j: %s', (role, memberships, rule) => {
  expect(ruleOf(() => requireInGroup(actor(role), memberships, '2026-09-15'))).toBe(rule);
});

test.each<[Role, Visibility, string | null]>([
  ['MEMBER', 'COMMITTEE', null],
  ['MEMBER', 'RESTRICTED', null],
  ['MEMBER', 'PARTNERSHIP', 'FORBIDDEN'],
  ['LEAD_OFFICER', 'PUBLIC', null],
  ['IMPROVEMENT_ADVISER', 'PUBLIC', 'FORBIDDEN'],
])('%s records something as %s: %s', (role, visibility, rule) => {
  expect(ruleOf(() => requireOpener(actor(role), visibility))).toBe(rule);
});

test.each<[Role, Visibility, Visibility, string | null]>([
  ['PRIVACY_STEWARD', 'PUBLIC', 'COMMITTEE', null],
  ['PRIVACY_STEWARD', 'COMMITTEE', 'COMMITTEE', 'visibility.raiseOnly'],
  ['PRIVACY_STEWARD', 'RESTRICTED', 'RESTRICTED', 'visibility.raiseOnly'],
  ['PRIVACY_STEWARD', 'RESTRICTED', 'PUBLIC', 'visibility.raiseOnly'],
  ['CHAIR', 'RESTRICTED', 'PUBLIC', null],
])('%s takes something from %s to %s: %s', (role, before, after, rule) => {
  expect(ruleOf(() => requireRaise(actor(role), before, after))).toBe(rule);
});

test.each<[Role, string | null, string | null]>([
  ['MEMBER', null, null],
  ['MEMBER', '2026-12-31', null],
  ['MEMBER', '2026-09-14', 'group.committee'],
  ['PARTNER_VIEWER', null, 'group.committee'],
  ['ADMIN', null, 'group.committee'],
])('a %s until %s comes into a group: %s', (role, endedOn, rule) => {
  expect(ruleOf(() => requireCommitteesOwn({ role, endedOn }, '2026-09-15'))).toBe(rule);
});
