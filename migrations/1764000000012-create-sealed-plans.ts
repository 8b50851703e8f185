import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a cycle says of its size, its learning and its end; the seal of its plan; what the committee asks of its tests. */
export class CreateSealedPlans1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(cycleColumns);
    await db.query(seals);
    await db.query(keepCycle(planColumns));
    await db.query(links);
    await db.query(settings);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger cycle_measure_frozen on cycle_measure;
      drop trigger pdsa_cycle_predecessor_frozen on pdsa_cycle_predecessor;
      drop table plan_seal;
      drop function keep_plan_seal();
    `);
    await db.query(keepCycle(firstPlanColumns));
    await db.query(`
      alter table pdsa_cycle drop column planned_end_on, drop column degree_of_belief, drop column cost_of_failure, drop column readiness,
        drop column learned_from_previous, drop column changes_at_once, drop column ladder_reason, drop column recorded_after_the_fact;
      alter table committee_settings drop column ladder_tests, drop column adapt_days, drop column data_days, drop column guards_bind;
    `);
    await db.query(
      giveSettings('(id, committee_id, version, recorded_at, sustain_months)', `(gen_random_uuid(), new.id, 1, now(), 12)`),
    );
  }
}

const cycleColumns = `
  alter table pdsa_cycle
    add column planned_end_on date,
    add column degree_of_belief text check (degree_of_belief in ('LOW', 'HIGH')),
    add column cost_of_failure text check (cost_of_failure in ('LARGE', 'SMALL')),
    add column readiness text check (readiness in ('RESISTANT', 'INDIFFERENT', 'READY')),
    add column learned_from_previous text,
    add column changes_at_once int check (changes_at_once > 0),
    add column ladder_reason text,
    add column recorded_after_the_fact boolean not null default false;
  alter table pdsa_cycle alter column recorded_after_the_fact drop default;
`;

/** The hash can be checked by anyone who has the text; the database refuses one that does not fit. */
const seals = `
  create table plan_seal (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    cycle_id uuid not null unique,
    recipe text not null,
    canonical_text text not null,
    sha256 text not null,
    unique (committee_id, id),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id),
    constraint plan_seal_hash check (sha256 = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex'))
  );
  create function keep_plan_seal() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'cycle.sealed',
      message = 'A seal is neither changed nor removed.';
  end $$;
  create trigger plan_seal_kept before update or delete on plan_seal for each row execute function keep_plan_seal();
  create trigger plan_seal_not_emptied before truncate on plan_seal for each statement execute function keep_plan_seal();
`;

const firstPlanColumns = [
  ...[
    'committee_id',
    'ramp_id',
    'change_idea_id',
    'position',
    'intent',
    'scale',
    'children_or_episodes',
    'staff',
    'teams',
    'sites',
  ],
  ...['objective', 'lowers_statutory_safeguard', 'planned_on', 'do_started_on', 'do_started_at'],
];
const planColumns = [
  ...firstPlanColumns,
  ...[
    'planned_end_on',
    'degree_of_belief',
    'cost_of_failure',
    'readiness',
    'learned_from_previous',
    'changes_at_once',
    'ladder_reason',
  ],
  ...['recorded_after_the_fact', 'lead_member_id'],
];

const keepCycle = (columns: readonly string[]): string => `
  create or replace function keep_cycle() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if new.status <> 'PLANNING' then
        raise exception using errcode = 'P0001', constraint = 'cycle.transition', message = 'A cycle begins with its plan.';
      end if;
      return new;
    end if;
    if old.status in ('CLOSED', 'CANCELLED') then
      raise exception using errcode = 'P0001', constraint = 'cycle.closed',
        message = 'This cycle is over; what was recorded stays, add an addendum.';
    end if;
    if tg_op = 'DELETE' then
      if old.status <> 'PLANNING' then
        raise exception using errcode = 'P0001', constraint = 'cycle.frozen', message = 'A cycle that has started is never removed.';
      end if;
      return old;
    end if;
    if new.status <> old.status and old.status || ' to ' || new.status not in
      ('PLANNING to DOING', 'PLANNING to CANCELLED', 'DOING to STUDYING', 'STUDYING to ACTING', 'ACTING to CLOSED') then
      raise exception using errcode = 'P0001', constraint = 'cycle.transition',
        message = format('A cycle does not go from %s to %s.', old.status, new.status);
    end if;
    if old.status <> 'PLANNING' and
      (${columns.map((column) => `new.${column}`).join(', ')}) is distinct from
      (${columns.map((column) => `old.${column}`).join(', ')}) then
      raise exception using errcode = 'P0001', constraint = 'cycle.frozen',
        message = 'The plan of a cycle does not change once Do has started; add an addendum.';
    end if;
    return new;
  end $$;
`;

/** The measures of a plan and the cycles it starts from are sealed with it. */
const links = ['cycle_measure', 'pdsa_cycle_predecessor']
  .map(
    (table) => `
  create trigger ${table}_frozen before insert or update or delete on ${table} for each row execute function keep_started_plan();`,
  )
  .join('');

const giveSettings = (columns: string, values: string): string => `
  create or replace function give_committee_settings() returns trigger language plpgsql as $$
  begin
    insert into committee_settings ${columns} values ${values};
    return null;
  end $$;
`;

const settings = `
  alter table committee_settings
    add column ladder_tests int not null default 3 check (ladder_tests between 1 and 20),
    add column adapt_days int not null default 28 check (adapt_days between 1 and 365),
    add column data_days int not null default 56 check (data_days between 1 and 365),
    add column guards_bind boolean not null default false;
  alter table committee_settings alter column ladder_tests drop default, alter column adapt_days drop default,
    alter column data_days drop default, alter column guards_bind drop default;
  ${giveSettings(
    '(id, committee_id, version, recorded_at, sustain_months, ladder_tests, adapt_days, data_days, guards_bind)',
    '(gen_random_uuid(), new.id, 1, now(), 12, 3, 28, 56, false)',
  )}
`;
