import type { Actor } from '../access/actor';
import { clearanceOf, clearances } from '../access/clearance';
import type { Role } from '../access/roles';
import { forbidden, ruleBroken } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import type { Visibility } from './visibility.enums';

/** The widest circle first; a tier is stricter than those before it. */
export const tiers: readonly Visibility[] = ['PUBLIC', 'PARTNERSHIP', 'COMMITTEE', 'RESTRICTED'];

const rank = (visibility: Visibility): number => tiers.indexOf(visibility);

/** A tier with the group that it is restricted to, if it is. */
export interface Tier {
  readonly visibility: Visibility;
  readonly restrictedGroupId: string | null;
}

export const committees: Tier = { visibility: 'COMMITTEE', restrictedGroupId: null };

/** What holds for something below others: the strictest of all tiers, and every group that one of them names. */
export function strictest(all: readonly Tier[]): { readonly visibility: Visibility; readonly groupIds: readonly string[] } {
  const visibility = all.reduce<Visibility>(
    (most, tier) => (rank(tier.visibility) > rank(most) ? tier.visibility : most),
    'PUBLIC',
  );
  return { visibility, groupIds: [...new Set(all.flatMap(({ restrictedGroupId }) => restrictedGroupId ?? []))].sort() };
}

/** RESTRICTED is always to a group, and only it is. @throws RULE_BROKEN */
export function requireGroup(visibility: Visibility, groupId: string | null | undefined): void {
  if ((visibility === 'RESTRICTED') === (groupId != null)) return;
  const message =
    visibility === 'RESTRICTED'
      ? 'Say which group it is restricted to.'
      : `Only what is RESTRICTED is kept to a group, not what is ${visibility}.`;
  throw ruleBroken('visibility.group', message, 'input.restrictedGroupId');
}

export interface Membership {
  readonly memberId: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** From the first day on, up to but not on the last one named. */
export const isMemberOn = ({ fromOn, untilOn }: Membership, day: LocalDate): boolean =>
  fromOn <= day && (untilOn === null || untilOn > day);

const seesEverything = (actor: Actor): boolean => clearanceOf(actor) === clearances.EVERYTHING;

/** Nobody takes a text out of their own sight by accident, or lets somebody into a group that they are not in. @throws RULE_BROKEN */
export function requireInGroup(actor: Actor, memberships: readonly Membership[], today: LocalDate): void {
  const current = memberships.filter((membership) => isMemberOn(membership, today));
  if (current.length === 0)
    throw ruleBroken('group.empty', 'Nobody is in this group now, so nobody could read it.', 'input.restrictedGroupId');
  if (seesEverything(actor) || current.some(({ memberId }) => memberId === actor.id)) return;
  throw ruleBroken(
    'group.own',
    'Only those who are in this group may keep something to it, or say who else is in it.',
    'input.restrictedGroupId',
  );
}

const openers: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER'];

/** Who records something may keep it closer than the committee; opening it wider is for those who speak for the committee. @throws FORBIDDEN */
export function requireOpener({ role }: Actor, visibility: Visibility): void {
  if (rank(visibility) >= rank('COMMITTEE') || openers.includes(role)) return;
  throw forbidden(`Your role (${role}) may not open this to ${visibility}; the chair or the lead officer does.`);
}

/** Whoever looks after privacy closes what is too open; opening is for the committee. @throws RULE_BROKEN */
export function requireRaise({ role }: Actor, before: Visibility, after: Visibility): void {
  if (role !== 'PRIVACY_STEWARD' || rank(after) > rank(before)) return;
  throw ruleBroken('visibility.raiseOnly', 'A privacy steward may only make a tier stricter.', 'input.visibility');
}

/** @throws RULE_BROKEN for someone who does not work with the committee, such as a partner */
export function requireCommitteesOwn(
  member: { readonly role: Role; readonly endedOn: LocalDate | null },
  today: LocalDate,
): void {
  const isPast = member.endedOn !== null && member.endedOn < today;
  if (!isPast && clearanceOf({ kind: 'PERSON', role: member.role }) >= clearances.COMMITTEE) return;
  throw ruleBroken('group.committee', 'Only those who work with the committee can be in a group.', 'input.memberId');
}
