import type { MigrationInterface, QueryRunner } from 'typeorm';
import { all } from './1764000000033-verify-history';

/** A table or column that was taken away by hand is a finding of the check, which goes on with the other tables. */
export class VerifyWhatIsGone1764000000084 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tolerant);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(all);
    await db.query('drop function governance.verify_table(governance.kept, uuid)');
  }
}

const tolerant = `
  create function governance.verify_table(k governance.kept, only_committee uuid) returns table (committee_id uuid, seq int, problem text)
    language plpgsql stable as $$
  begin
    if k.signature is not null then
      return query select v.* from governance.verify_today(k, only_committee) v order by 1, 2;
    end if;
    if k.owner is not null then
      return query select v.* from governance.verify_versions(k, only_committee) v order by 1, 2;
    end if;
  exception when undefined_table or undefined_column then
    return query select null::uuid, null::int, format('the history of %s cannot be checked: %s', k.table_name, sqlerrm);
  end $$;

  create or replace function governance.verify(only_committee uuid default null) returns table (committee_id uuid, seq int, problem text)
    language plpgsql stable as $$
  declare
    k governance.kept;
  begin
    return query select null::uuid, null::int, format('the history of %s is not kept any more: a trigger is off, or the table has changed', t.table_name)
      from governance.governed_table t where exists (select from governance.kept_table n where n.table_oid = t.oid) and not governance.is_kept(governance.wanted(t))
        and only_committee is null;
    return query select v.* from governance.verify_chains(only_committee) v order by 1, 2;
    for k in select * from governance.kept g order by g.table_name loop
      return query select v.* from governance.verify_table(k, only_committee) v;
    end loop;
  end $$;
  revoke execute on function governance.verify_table(governance.kept, uuid) from public;
`;
