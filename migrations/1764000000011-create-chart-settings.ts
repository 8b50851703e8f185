import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a measure is charted and read, what people marked on its chart, and how long an improvement has to hold. */
export class CreateChartSettings1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(measureColumns);
    await db.query(marks);
    await db.query(settings);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger committee_has_settings on committee;
      drop function give_committee_settings();
      drop table committee_settings, chart_mark;
      drop function keep_chart_mark();
      alter table action drop column sustain_months;
      alter table measure drop column chart_kind, drop column rule_set, drop column baseline_end_on, drop column centre_line,
        drop column rebase_side, drop column screens_moving_ranges;
    `);
  }
}

const measureColumns = `
  alter table measure
    add column chart_kind text check (chart_kind in ('RUN', 'I', 'MR', 'I_PRIME', 'P', 'P_PRIME', 'U', 'U_PRIME', 'C', 'NP', 'G', 'T')),
    add column rule_set text check (rule_set in ('IHI_RUN_CHART', 'ANHOEJ', 'SHEWHART', 'MDC_XMR', 'NONE')),
    add column baseline_end_on date,
    add column centre_line double precision check (centre_line > '-Infinity'::float8 and centre_line < 'Infinity'::float8),
    add column rebase_side text check (rebase_side in ('ABOVE', 'BELOW', 'BOTH')),
    add column screens_moving_ranges boolean not null default true;
  alter table measure alter column screens_moving_ranges drop default;
  alter table action add column sustain_months int check (sustain_months between 1 and 60);
`;

/** A mark is never removed or rewritten; it is withdrawn, with a reason. */
const marks = `
  create table chart_mark (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    measure_id uuid not null,
    author_id uuid not null,
    kind text not null check (kind in ('PHASE', 'EXCLUSION', 'ASTRONOMICAL_POINT', 'NOTE')),
    marked_on date not null,
    text text not null check (btrim(text) <> ''),
    withdrawn_at timestamptz,
    withdrawn_by_id uuid,
    withdrawn_reason text,
    unique (committee_id, id),
    foreign key (committee_id, measure_id) references measure (committee_id, id),
    foreign key (committee_id, author_id) references member (committee_id, id),
    foreign key (committee_id, withdrawn_by_id) references member (committee_id, id),
    constraint chart_mark_withdrawal check ((withdrawn_at is null) = (withdrawn_by_id is null)
      and (withdrawn_at is null) = (withdrawn_reason is null))
  );
  create unique index "chartMark.once" on chart_mark (measure_id, kind, marked_on) where withdrawn_at is null and kind <> 'NOTE';
  create index chart_mark_measure_idx on chart_mark (measure_id, marked_on, id);

  create function keep_chart_mark() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and (old.measure_id, old.kind, old.marked_on, old.text, old.author_id)
      = (new.measure_id, new.kind, new.marked_on, new.text, new.author_id) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'chartMark.kept',
      message = 'A mark on a chart is kept as it was made; it can only be withdrawn, once.';
  end $$;
  create trigger chart_mark_kept before update or delete on chart_mark for each row execute function keep_chart_mark();
`;

/** A committee has its settings from the moment it is founded, however that was done. */
const settings = `
  create table committee_settings (
    id uuid primary key,
    committee_id uuid not null unique references committee,
    version int not null,
    recorded_at timestamptz not null,
    sustain_months int not null check (sustain_months between 1 and 60),
    unique (committee_id, id)
  );
  create function give_committee_settings() returns trigger language plpgsql as $$
  begin
    insert into committee_settings (id, committee_id, version, recorded_at, sustain_months)
      values (gen_random_uuid(), new.id, 1, now(), 12);
    return null;
  end $$;
  create trigger committee_has_settings after insert on committee for each row execute function give_committee_settings();
  insert into committee_settings (id, committee_id, version, recorded_at, sustain_months)
    select gen_random_uuid(), id, 1, now(), 12 from committee;
`;
