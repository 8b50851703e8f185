import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The theory of an aim in versions, each kept whole, and the progress people say a project has made. */
export class CreateTheoryVersions1764000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(theory);
    await db.query(progress);
    await db.query(firstVersions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table progress_assessment, theory_link, theory_part, theory_version;
      drop function keep_theory();
      alter table driver drop column retired_reason;
    `);
  }
}

const common = `
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null`;

const kept = (table: string): string => `
  create trigger ${table}_kept before update or delete on ${table} for each row execute function keep_theory();
  create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function keep_theory();`;

const theory = `
  alter table driver add column retired_reason text check (btrim(retired_reason) <> '');
  create table theory_version (${common},
    aim_id uuid not null,
    number int not null check (number > 0),
    author_id uuid,
    reason text not null check (btrim(reason) <> ''),
    unique (committee_id, id),
    unique (aim_id, number),
    foreign key (committee_id, aim_id) references aim (committee_id, id),
    foreign key (committee_id, author_id) references member (committee_id, id)
  );
  create table theory_part (${common},
    version_id uuid not null,
    kind text not null check (kind in ('PRIMARY', 'SECONDARY', 'CHANGE_IDEA')),
    driver_id uuid,
    change_idea_id uuid,
    position int not null check (position > 0),
    statement text not null,
    unique (committee_id, id),
    unique (version_id, id),
    foreign key (committee_id, version_id) references theory_version (committee_id, id),
    foreign key (committee_id, driver_id) references driver (committee_id, id),
    foreign key (committee_id, change_idea_id) references change_idea (committee_id, id),
    constraint theory_part_one check ((kind = 'CHANGE_IDEA') = (driver_id is null) and (kind = 'CHANGE_IDEA') = (change_idea_id is not null))
  );
  create index theory_part_version_idx on theory_part (version_id, kind, position);
  create index theory_part_driver_idx on theory_part (driver_id) where driver_id is not null;
  create index theory_part_change_idea_idx on theory_part (change_idea_id) where change_idea_id is not null;
  create table theory_link (
    committee_id uuid not null references committee,
    version_id uuid not null,
    parent_part_id uuid not null,
    child_part_id uuid not null,
    primary key (parent_part_id, child_part_id),
    foreign key (committee_id, version_id) references theory_version (committee_id, id),
    foreign key (version_id, parent_part_id) references theory_part (version_id, id),
    foreign key (version_id, child_part_id) references theory_part (version_id, id),
    constraint theory_link_own check (parent_part_id <> child_part_id)
  );
  create index theory_link_child_idx on theory_link (child_part_id, parent_part_id);
  create index theory_link_version_idx on theory_link (version_id);

  create function keep_theory() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'theory.kept',
      message = 'What was thought or assessed on a day is kept as it was; a new version or assessment is added.';
  end $$;
  ${kept('theory_version')} ${kept('theory_part')} ${kept('theory_link')}
`;

const progress = `
  create table progress_assessment (${common},
    aim_id uuid not null,
    author_id uuid not null,
    score double precision not null check (score between 0.5 and 5 and score * 2 = floor(score * 2)),
    assessed_on date not null,
    note text,
    unique (committee_id, id),
    foreign key (committee_id, aim_id) references aim (committee_id, id),
    foreign key (committee_id, author_id) references member (committee_id, id)
  );
  create index progress_assessment_aim_idx on progress_assessment (aim_id, assessed_on, id);
  ${kept('progress_assessment')}
`;

/** Theories that were stated before versions began are version 1. */
const firstVersions = `
  insert into theory_version (id, committee_id, version, recorded_at, aim_id, number, reason)
    select gen_random_uuid(), a.committee_id, 1, now(), a.id, 1, 'As it stood when versions began.'
    from aim a where exists (select 1 from driver d where d.aim_id = a.id);
  insert into theory_part (id, committee_id, version, recorded_at, version_id, kind, driver_id, position, statement)
    select gen_random_uuid(), d.committee_id, 1, now(), v.id, d.kind, d.id, d.position, d.statement
    from driver d join theory_version v on v.aim_id = d.aim_id;
  insert into theory_part (id, committee_id, version, recorded_at, version_id, kind, change_idea_id, position, statement)
    select gen_random_uuid(), x.committee_id, 1, now(), x.version_id, 'CHANGE_IDEA', x.id,
      row_number() over (partition by x.version_id order by x.ref), x.statement
    from (select distinct v.id as version_id, i.committee_id, i.id, i.ref, i.statement from change_idea i
      join change_idea_driver l on l.change_idea_id = i.id join driver d on d.id = l.driver_id
      join theory_version v on v.aim_id = d.aim_id) x;
  insert into theory_link (committee_id, version_id, parent_part_id, child_part_id)
    select p.committee_id, p.version_id, p.id, c.id from driver_link l
    join theory_part p on p.driver_id = l.parent_driver_id join theory_part c on c.driver_id = l.child_driver_id and c.version_id = p.version_id
    union all
    select p.committee_id, p.version_id, p.id, c.id from change_idea_driver l
    join theory_part p on p.driver_id = l.driver_id join theory_part c on c.change_idea_id = l.change_idea_id and c.version_id = p.version_id;
`;
