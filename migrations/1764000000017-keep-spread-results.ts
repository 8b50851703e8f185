import type { MigrationInterface, QueryRunner } from 'typeorm';

const scales = ['SINGLE', 'VERY_SMALL', 'SMALL', 'MULTI_TEAM', 'LARGE', 'WHOLE_SYSTEM'].map((scale) => `'${scale}'`).join(', ');

/**
 * What became of an idea in each area, worked out from the area's own cycles in the transaction that changes them: whoever
 * writes, it cannot say anything else. It holds counts of cycles and never of children, days and never words.
 */
export class KeepSpreadResults1764000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(columns);
    await db.query(results);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger change_idea_spreads on change_idea;
      drop trigger pdsa_cycle_spreads on pdsa_cycle;
      drop trigger idea_uptake_results on idea_uptake;
      drop function renew_uptake_of_change_idea();
      drop function renew_uptake_of_cycle();
      drop function work_out_uptake();
      alter table idea_uptake drop column cycles_closed, drop column cycles_adopted, drop column cycles_adapted,
        drop column cycles_abandoned, drop column smallest_scale, drop column largest_scale, drop column state, drop column since_on;
    `);
  }
}

const columns = `
  alter table idea_uptake
    add column cycles_closed int not null,
    add column cycles_adopted int not null,
    add column cycles_adapted int not null,
    add column cycles_abandoned int not null,
    add column smallest_scale text check (smallest_scale in (${scales})),
    add column largest_scale text check (largest_scale in (${scales})),
    add column state text not null check (state in ('TAKEN_UP', 'TRIED', 'ADOPTED', 'HELD', 'GIVEN_UP')),
    add column since_on date;
`;

const results = `
  -- A cycle that collects information is no test, as in the ladder of scales.
  create function work_out_uptake() returns trigger language plpgsql as $$
  declare
    scales constant text[] := array[${scales}];
    idea_status text := (select i.status from change_idea i where i.id = new.change_idea_id);
    last_decision text;
    first_on date;
    last_on date;
  begin
    select count(*), count(*) filter (where c.decision = 'ADOPT'), count(*) filter (where c.decision = 'ADAPT'),
      count(*) filter (where c.decision = 'ABANDON'),
      scales[min(array_position(scales, c.scale))], scales[max(array_position(scales, c.scale))],
      (array_agg(c.decision order by c.acted_on desc nulls last, c.recorded_at desc, c.id desc))[1], min(c.acted_on), max(c.acted_on)
    into new.cycles_closed, new.cycles_adopted, new.cycles_adapted, new.cycles_abandoned,
      new.smallest_scale, new.largest_scale, last_decision, first_on, last_on
    from pdsa_cycle c
    where c.change_idea_id = new.change_idea_id and c.status = 'CLOSED' and c.intent is distinct from 'COLLECT_INFORMATION';
    new.state := case
      when idea_status = 'ABANDONED' then 'GIVEN_UP'
      when new.cycles_closed = 0 then 'TAKEN_UP'
      when idea_status = 'SUSTAINED' then 'HELD'
      when idea_status in ('IMPLEMENTING', 'SPREADING') and last_decision = 'ADOPT' then 'ADOPTED'
      else 'TRIED' end;
    new.since_on := case new.state when 'TAKEN_UP' then new.taken_up_on when 'TRIED' then first_on else last_on end;
    return new;
  end $$;
  create trigger idea_uptake_results before insert or update on idea_uptake for each row execute function work_out_uptake();

  create function renew_uptake_of_cycle() returns trigger language plpgsql as $$
  begin
    update idea_uptake set change_idea_id = change_idea_id where change_idea_id = new.change_idea_id;
    return null;
  end $$;
  create trigger pdsa_cycle_spreads after insert or update on pdsa_cycle for each row when (new.status = 'CLOSED')
    execute function renew_uptake_of_cycle();

  create function renew_uptake_of_change_idea() returns trigger language plpgsql as $$
  begin
    update idea_uptake set change_idea_id = change_idea_id where change_idea_id = new.id;
    return null;
  end $$;
  create trigger change_idea_spreads after update on change_idea for each row when (old.status is distinct from new.status)
    execute function renew_uptake_of_change_idea();
`;
