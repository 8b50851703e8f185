import type { MigrationInterface, QueryRunner } from 'typeorm';

/** NaN sorts above Infinity in PostgreSQL, so one bound on each side keeps all three out. */
const finite = (column: string, from = `> '-Infinity'::float8`): string =>
  `(${column} ${from} and ${column} < 'Infinity'::float8)`;

const notNegative = (column: string): string => finite(column, '>= 0');

export class CreateMeasures1764000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(measures);
    await db.query(dataPoints);
    await db.query(rules);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table data_point_revision, data_point, measure_definition, measure');
    await db.query('drop function refuse_measure_rewriting(), require_later_definition()');
  }
}

const common = `
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null`;

const measures = `
  create table measure (${common},
    ref text not null check (ref <> ''),
    name text not null check (name <> ''),
    kind text not null check (kind in ('OUTCOME', 'PROCESS', 'BALANCING')),
    aim_id uuid,
    status text not null check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
    retired_reason text,
    unique (committee_id, id),
    unique (committee_id, ref),
    foreign key (committee_id, aim_id) references aim (committee_id, id),
    constraint measure_retired_reason check ((status = 'RETIRED') = (btrim(coalesce(retired_reason, '')) <> ''))
  );
  create index measure_aim_idx on measure (aim_id) where aim_id is not null;
  create index measure_recorded_idx on measure (committee_id, recorded_at, id);
  create table measure_definition (${common},
    measure_id uuid not null,
    number int not null check (number > 0),
    effective_from date not null,
    statement text not null check (statement <> ''),
    calculation text not null check (calculation in ('COUNT', 'PERCENTAGE', 'RATE', 'MEAN', 'MEDIAN', 'TIME_BETWEEN', 'CASES_BETWEEN',
      'OTHER')),
    numerator_definition text,
    denominator_definition text,
    unit text,
    multiplier double precision not null check ${finite('multiplier', '> 0')},
    population text,
    inclusions text,
    exclusions text,
    direction_of_good text not null check (direction_of_good in ('HIGHER', 'LOWER', 'NEITHER')),
    goal_value double precision check ${finite('goal_value')},
    goal_on date,
    data_source text,
    frequency text not null check (frequency in ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'IRREGULAR')),
    collector text,
    sampling_plan text,
    baseline_note text,
    change_reason text,
    unique (committee_id, id),
    unique (committee_id, measure_id, id, calculation),
    unique (measure_id, number),
    unique (measure_id, effective_from),
    foreign key (committee_id, measure_id) references measure (committee_id, id),
    constraint measure_definition_change_reason check ((number = 1) = (change_reason is null)),
    constraint measure_definition_parts check (calculation not in ('PERCENTAGE', 'RATE')
      or (numerator_definition is not null and denominator_definition is not null))
  );`;

/** The calculation is carried along so that the checks on a figure can depend on how it is made. */
const dataPoints = `
  create table data_point (${common},
    measure_id uuid not null,
    definition_id uuid not null,
    calculation text not null,
    period_start date not null,
    period_end date not null,
    value double precision check ${finite('value')},
    numerator double precision check ${notNegative('numerator')},
    denominator double precision check ${notNegative('denominator')},
    is_missing boolean not null,
    missing_reason text,
    status text not null check (status in ('PROVISIONAL', 'VALIDATED', 'REVISED')),
    published_on date,
    note text,
    unique (committee_id, id),
    unique (committee_id, id, measure_id),
    constraint "dataPoint.period" unique (measure_id, period_start),
    foreign key (committee_id, measure_id) references measure (committee_id, id),
    foreign key (committee_id, measure_id, definition_id, calculation)
      references measure_definition (committee_id, measure_id, id, calculation),
    constraint data_point_period_order check (period_start <= period_end),
    constraint data_point_missing check (case when is_missing
      then value is null and numerator is null and denominator is null else missing_reason is null end),
    constraint data_point_figure check (is_missing or value is not null or (numerator is not null
      and (denominator is not null or calculation not in ('PERCENTAGE', 'RATE')))),
    constraint data_point_of_nothing check (denominator <> 0 or value is null or calculation = 'COUNT'),
    constraint data_point_part check (calculation <> 'PERCENTAGE' or numerator <= denominator)
  );
  create index data_point_definition_idx on data_point (definition_id, period_start);
  create table data_point_revision (${common},
    data_point_id uuid not null,
    measure_id uuid not null,
    definition_id uuid not null,
    calculation text not null,
    number int not null check (number > 0),
    value double precision check ${finite('value')},
    numerator double precision check ${notNegative('numerator')},
    denominator double precision check ${notNegative('denominator')},
    is_missing boolean not null,
    missing_reason text,
    status text not null check (status in ('PROVISIONAL', 'VALIDATED', 'REVISED')),
    published_on date,
    reason text,
    unique (committee_id, id),
    unique (data_point_id, number),
    foreign key (committee_id, data_point_id, measure_id) references data_point (committee_id, id, measure_id),
    foreign key (committee_id, measure_id, definition_id, calculation)
      references measure_definition (committee_id, measure_id, id, calculation),
    constraint data_point_revision_reason check (status <> 'REVISED' or reason is not null)
  );`;

const rules = `
  create function refuse_measure_rewriting() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'measure.history',
      message = 'Definitions and earlier figures are kept as they were; add a new one instead.';
  end $$;
  create trigger measure_definition_kept before update or delete on measure_definition
    for each row execute function refuse_measure_rewriting();
  create trigger measure_definition_not_emptied before truncate on measure_definition
    for each statement execute function refuse_measure_rewriting();
  create trigger data_point_revision_kept before update or delete on data_point_revision
    for each row execute function refuse_measure_rewriting();
  create trigger data_point_revision_not_emptied before truncate on data_point_revision
    for each statement execute function refuse_measure_rewriting();

  create function require_later_definition() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from measure_definition d where d.measure_id = new.measure_id
      and (d.number < new.number) <> (d.effective_from < new.effective_from)) then
      raise exception using errcode = 'P0001', constraint = 'measureDefinition.effectiveFrom',
        message = 'A new definition takes effect after the one before it.';
    end if;
    return new;
  end $$;
  create trigger measure_definition_later before insert on measure_definition
    for each row execute function require_later_definition();`;
