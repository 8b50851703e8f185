import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Role } from '../access/roles';
import type { Subject } from '../access/tokens';
import type { LocalDate } from '../kernel/localDate';
import { maintain } from './maintenance';
import { readSession } from './session';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In which role someone acts, as the committee knows it that the signed token names. */
export async function findActor(dataSource: DataSource, subject: Subject, today: LocalDate): Promise<Actor | null> {
  if (!UUID.test(subject.id) || !UUID.test(subject.committeeId)) return null;
  const table = subject.kind === 'PERSON' ? 'member' : 'service_account';
  const session = readSession(dataSource, subject);
  const [row] = await session
    .query<{ role: Role }>(
      `select role from ${table} where id = $1 and committee_id = $2 and (ended_on is null or ended_on >= $3)`,
      [subject.id, subject.committeeId, today],
    )
    .finally(() => session.end('COMMIT'));
  return row ? { kind: subject.kind, id: subject.id, committeeId: subject.committeeId, role: row.role } : null;
}

/** Whom tokens can be made for in a committee, one for each role. */
export async function findSubjects(dataSource: DataSource, committeeName: string): Promise<ReadonlyMap<Role, Subject>> {
  const rows = await maintain(dataSource, (manager) =>
    manager.query<(Subject & { role: Role })[]>(
      `select 'PERSON' as kind, m.id, m.role, c.id as "committeeId" from member m join committee c on c.id = m.committee_id where c.name = $1
       union all
       select 'SERVICE_ACCOUNT', s.id, s.role, c.id from service_account s join committee c on c.id = s.committee_id where c.name = $1`,
      [committeeName],
    ),
  );
  return new Map(rows.map(({ role, kind, id, committeeId }) => [role, { kind, id, committeeId }]));
}
