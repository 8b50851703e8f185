import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = `
  id uuid primary key,
  committee_id uuid not null references committee,
  version int not null,
  recorded_at timestamptz not null,
  unique (committee_id, id)`;

/** NaN sorts above Infinity in PostgreSQL, so one bound on each side keeps all three out. */
const finite = (column: string): string => `check (${column} > '-Infinity'::float8 and ${column} < 'Infinity'::float8)`;

/** Predictions are worth something only when they cannot be changed afterwards: the plan of a started cycle is frozen here, whoever writes. */
export class CreatePdsaCycles1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(cycles);
    await db.query(plan);
    await db.query(record);
    await db.query(cycleRules);
    await db.query(planRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table cycle_addendum, prediction_comparison, observation, planned_data, pdsa_task, prediction, pdsa_question,
        cycle_measure, pdsa_cycle_predecessor, pdsa_cycle, pdsa_ramp;
      drop function keep_cycle();
      drop function keep_started_plan();
      drop function keep_cycle_record();
      drop function refuse_cycle_loop();
    `);
  }
}

const cycles = `
  create table pdsa_ramp (${common},
    change_idea_id uuid not null,
    number int not null check (number > 0),
    title text not null check (title <> ''),
    unique (committee_id, id, change_idea_id),
    unique (change_idea_id, number),
    foreign key (committee_id, change_idea_id) references change_idea (committee_id, id)
  );
  create table pdsa_cycle (${common},
    change_idea_id uuid not null,
    ramp_id uuid not null,
    position int not null check (position > 0),
    status text not null check (status in ('PLANNING', 'DOING', 'STUDYING', 'ACTING', 'CLOSED', 'CANCELLED')),
    intent text check (intent in ('COLLECT_INFORMATION', 'DEVELOP_CHANGE', 'TEST_CHANGE', 'IMPLEMENT_CHANGE')),
    scale text check (scale in ('SINGLE', 'VERY_SMALL', 'SMALL', 'MULTI_TEAM', 'LARGE', 'WHOLE_SYSTEM')),
    children_or_episodes int check (children_or_episodes >= 0),
    staff int check (staff >= 0),
    teams int check (teams >= 0),
    sites int check (sites >= 0),
    objective text,
    lowers_statutory_safeguard boolean,
    lead_member_id uuid,
    planned_on date,
    do_started_on date,
    do_started_at timestamptz,
    do_ended_on date,
    studied_on date,
    acted_on date,
    carried_out_as_planned boolean,
    deviation text,
    unexpected_seen boolean,
    stopped_early_reason text,
    learning text,
    decision text check (decision in ('ADOPT', 'ADAPT', 'ABANDON')),
    rationale text,
    next_step text,
    cancelled_reason text,
    unique (ramp_id, position),
    foreign key (committee_id, ramp_id, change_idea_id) references pdsa_ramp (committee_id, id, change_idea_id),
    foreign key (committee_id, lead_member_id) references member (committee_id, id),
    constraint "cycle.safeguard" check (lowers_statutory_safeguard is distinct from true),
    constraint "cycle.dates" check (
      do_started_on >= planned_on and do_ended_on >= coalesce(do_started_on, planned_on)
      and studied_on >= coalesce(do_ended_on, do_started_on, planned_on)
      and acted_on >= coalesce(studied_on, do_ended_on, do_started_on, planned_on)),
    constraint "cycle.started" check
      ((status in ('PLANNING', 'CANCELLED')) = (do_started_at is null) and (do_started_at is null) = (do_started_on is null)),
    constraint "cycle.stoppedEarly" check (stopped_early_reason is null or status in ('STUDYING', 'ACTING', 'CLOSED')),
    constraint "cycle.decision" check ((status = 'CLOSED') = (decision is not null)),
    constraint "cycle.cancelled" check ((status = 'CANCELLED') = (cancelled_reason is not null))
  );
  create index pdsa_cycle_recorded_idx on pdsa_cycle (committee_id, recorded_at, id);
  create index pdsa_cycle_status_idx on pdsa_cycle (committee_id, status, id);
  create index pdsa_cycle_started_idx on pdsa_cycle (committee_id, (coalesce(do_started_on, '9999-12-31'::date)), id);
  create index pdsa_cycle_change_idea_idx on pdsa_cycle (change_idea_id, recorded_at, id);
  create index pdsa_cycle_lead_idx on pdsa_cycle (lead_member_id) where lead_member_id is not null;
  create table pdsa_cycle_predecessor (
    committee_id uuid not null references committee,
    cycle_id uuid not null,
    predecessor_id uuid not null,
    primary key (cycle_id, predecessor_id),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id),
    foreign key (committee_id, predecessor_id) references pdsa_cycle (committee_id, id),
    constraint "cycle.ownPredecessor" check (cycle_id <> predecessor_id)
  );
  create index pdsa_cycle_predecessor_back_idx on pdsa_cycle_predecessor (predecessor_id, cycle_id);
  create table cycle_measure (
    committee_id uuid not null references committee,
    cycle_id uuid not null,
    measure_id uuid not null,
    primary key (cycle_id, measure_id),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id),
    foreign key (committee_id, measure_id) references measure (committee_id, id)
  );
  create index cycle_measure_back_idx on cycle_measure (measure_id, cycle_id);
`;

const plan = `
  create table pdsa_question (${common},
    cycle_id uuid not null,
    position int not null check (position > 0),
    text text not null check (text <> ''),
    unique (cycle_id, position),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id)
  );
  create table prediction (${common},
    question_id uuid not null,
    position int not null check (position > 0),
    text text not null check (text <> ''),
    measure_id uuid,
    direction text check (direction in ('INCREASE', 'DECREASE', 'NO_CHANGE')),
    lower double precision ${finite('lower')},
    upper double precision ${finite('upper')},
    expected_value double precision ${finite('expected_value')},
    horizon_on date,
    confidence double precision check (confidence between 0 and 1),
    unique (question_id, position),
    foreign key (committee_id, question_id) references pdsa_question (committee_id, id),
    foreign key (committee_id, measure_id) references measure (committee_id, id),
    constraint "prediction.range" check (lower <= upper and expected_value >= lower and expected_value <= upper)
  );
  create index prediction_measure_idx on prediction (measure_id) where measure_id is not null;
  create table pdsa_task (${common},
    cycle_id uuid not null,
    position int not null check (position > 0),
    what text not null check (what <> ''),
    who text,
    when_on date,
    when_text text,
    place text,
    unique (cycle_id, position),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id)
  );
  create table planned_data (${common},
    cycle_id uuid not null,
    position int not null check (position > 0),
    what text not null check (what <> ''),
    how text,
    collector text,
    measure_id uuid,
    unique (cycle_id, position),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id),
    foreign key (committee_id, measure_id) references measure (committee_id, id)
  );
  create index planned_data_measure_idx on planned_data (measure_id) where measure_id is not null;
`;

const record = `
  create table observation (${common},
    cycle_id uuid not null,
    position int not null check (position > 0),
    text text not null check (text <> ''),
    was_expected boolean not null,
    unique (cycle_id, position),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id)
  );
  create table prediction_comparison (${common},
    prediction_id uuid not null unique,
    verdict text not null check (verdict in ('MET', 'PARTLY', 'NOT_MET', 'CANNOT_TELL')),
    note text,
    foreign key (committee_id, prediction_id) references prediction (committee_id, id)
  );
  create table cycle_addendum (${common},
    cycle_id uuid not null,
    author_id uuid not null,
    text text not null check (text <> ''),
    foreign key (committee_id, cycle_id) references pdsa_cycle (committee_id, id),
    foreign key (committee_id, author_id) references member (committee_id, id)
  );
  create index cycle_addendum_cycle_idx on cycle_addendum (cycle_id, recorded_at, id);

  create function keep_cycle_record() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'cycle.appendOnly',
      message = 'What was recorded of a cycle is never changed or removed; add an addendum.';
  end $$;
  ${['observation', 'prediction_comparison', 'cycle_addendum']
    .map(
      (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function keep_cycle_record();`,
    )
    .join('')}
`;

const cycleRules = `
  create function keep_cycle() returns trigger language plpgsql as $$
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
      (new.committee_id, new.ramp_id, new.change_idea_id, new.position, new.intent, new.scale, new.children_or_episodes, new.staff, new.teams,
        new.sites, new.objective, new.lowers_statutory_safeguard, new.planned_on, new.do_started_on, new.do_started_at) is distinct from
      (old.committee_id, old.ramp_id, old.change_idea_id, old.position, old.intent, old.scale, old.children_or_episodes, old.staff, old.teams,
        old.sites, old.objective, old.lowers_statutory_safeguard, old.planned_on, old.do_started_on, old.do_started_at) then
      raise exception using errcode = 'P0001', constraint = 'cycle.frozen',
        message = 'The plan of a cycle does not change once Do has started; add an addendum.';
    end if;
    return new;
  end $$;
  create trigger pdsa_cycle_kept before insert or update or delete on pdsa_cycle for each row execute function keep_cycle();

  -- Two changes could each add one half of a loop unseen by the other; the lock makes them take turns.
  create function refuse_cycle_loop() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('pdsa_cycle_predecessor ' || new.committee_id, 0));
    if exists (
      with recursive earlier (id) as (
        select new.predecessor_id
        union
        select p.predecessor_id from pdsa_cycle_predecessor p join earlier e on p.cycle_id = e.id
      )
      select 1 from earlier where id = new.cycle_id
    ) then
      raise exception using errcode = 'P0001', constraint = 'cycle.loop', message = 'A cycle cannot come before itself.';
    end if;
    return new;
  end $$;
  create trigger pdsa_cycle_predecessor_loop before insert or update on pdsa_cycle_predecessor
    for each row execute function refuse_cycle_loop();
`;

const planRules = `
  -- The cycle's row is locked while its plan changes, so that Do cannot start in between.
  create function keep_started_plan() returns trigger language plpgsql as $$
  declare
    parts jsonb[] := array[case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end];
    owners uuid[];
  begin
    if tg_table_name = 'prediction' then
      owners := array(select q.cycle_id from pdsa_question q join unnest(parts) part on q.id = (part ->> 'question_id')::uuid);
    else
      owners := array(select (part ->> 'cycle_id')::uuid from unnest(parts) part where part is not null);
    end if;
    if exists (
      select 1 from (select c.status from pdsa_cycle c where c.id = any(owners) order by c.id for share) held where held.status <> 'PLANNING'
    ) then
      raise exception using errcode = 'P0001', constraint = 'cycle.frozen',
        message = 'The plan of a cycle does not change once Do has started; add an addendum.';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
  ${['pdsa_question', 'prediction', 'pdsa_task', 'planned_data']
    .map(
      (table) => `
  create trigger ${table}_frozen before insert or update or delete on ${table} for each row execute function keep_started_plan();`,
    )
    .join('')}
`;
