import type { Actor } from '../access/actor';
import type { Asker } from '../access/policy';
import type { LocalDate } from '../kernel/localDate';
import type { Session } from './session';

type Known = Pick<Asker, 'memberIds' | 'agencyId' | 'subgroupsDecide' | 'chairedSubgroupIds'>;

/**
 * What policies want to know of whoever asks, in one statement. Memberships belong to the same person when the same account
 * signs or signed in as them.
 */
export async function askerOf(session: Session, actor: Actor, today: LocalDate): Promise<Asker> {
  const [known] = await session.query<Known>(
    `select (select agency_id from member where committee_id = $1 and id = $2) as "agencyId",
       coalesce((select subgroups_decide from committee_settings where committee_id = $1), false) as "subgroupsDecide",
       array(select id::text from subgroup where committee_id = $1 and chair_id = $2) as "chairedSubgroupIds",
       array(select distinct other.member_id::text from member_identity own
         join member_identity other on other.committee_id = own.committee_id and other.issuer = own.issuer and other.subject = own.subject
         where own.committee_id = $1 and own.member_id = $2) as "memberIds"`,
    [actor.committeeId, actor.id],
  );
  const { memberIds = [], agencyId = null, subgroupsDecide = false, chairedSubgroupIds = [] } = known ?? {};
  return { ...actor, today, agencyId, subgroupsDecide, chairedSubgroupIds, memberIds: [...new Set([actor.id, ...memberIds])] };
}
