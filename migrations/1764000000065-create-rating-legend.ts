import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each colour of the rating means to a committee, and from which numbers the rating is worked out. */
export class CreateRatingLegend1764000000065 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
    await db.query(defaults);
    for (const part of blocked) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table progress_update drop column is_blocked;
      drop trigger committee_has_rating_legend on committee;
      drop function give_rating_legend();
      drop function make_rating_legend(uuid, timestamptz);
      drop table rating_colour, rating_legend;
    `);
  }
}

const common = `
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    unique (committee_id, id)`;

const tables = `
  create table rating_legend (${common},
    blue_from text not null check (blue_from in ('COMPLETE_AWAITING_SIGN_OFF', 'SIGNED_OFF', 'EMBEDDED')),
    amber_days int not null check (amber_days between 0 and 365),
    quiet_days int not null check (quiet_days between 1 and 365),
    grace_days int not null check (grace_days between 0 and 90),
    unique (committee_id)
  );
  create table rating_colour (${common},
    legend_id uuid not null,
    colour text not null check (colour in ('BLUE', 'GREEN', 'AMBER', 'RED', 'GREY')),
    label text not null check (btrim(label) <> ''),
    meaning text not null check (btrim(meaning) <> ''),
    unique (legend_id, colour),
    foreign key (committee_id, legend_id) references rating_legend (committee_id, id)
  );
`;

/** A committee has a legend from its founding on; for those that were here before, it counts as having been so always. */
const defaults = `
  create function make_rating_legend(committee uuid, moment timestamptz) returns void language plpgsql as $$
  declare
    legend uuid := gen_random_uuid();
  begin
    insert into rating_legend (id, committee_id, version, recorded_at, blue_from, amber_days, quiet_days, grace_days)
      values (legend, committee, 1, moment, 'SIGNED_OFF', 28, 42, 0);
    insert into rating_colour (id, committee_id, version, recorded_at, legend_id, colour, label, meaning)
      select gen_random_uuid(), committee, 1, moment, legend, c.colour, c.label, c.meaning from (values
        ('BLUE', 'Complete', 'Complete and signed off.'),
        ('GREEN', 'On track', 'On track to the date it is held against.'),
        ('AMBER', 'At risk', 'Slipping or at risk; needs a plan to recover.'),
        ('RED', 'Off track', 'Overdue, or will not be delivered without intervention.'),
        ('GREY', 'Not under way', 'Not started, on hold or not due.')) c (colour, label, meaning);
  end $$;
  create function give_rating_legend() returns trigger language plpgsql as $$
  begin
    perform make_rating_legend(new.id, governance.moment());
    return null;
  end $$;
  create trigger committee_has_rating_legend after insert on committee for each row execute function give_rating_legend();
  select make_rating_legend(id, '2000-01-01T00:00:00Z') from committee;
`;

/**
 * That something stands in the way makes a rating, so it is told to those too who may not read what it is. Given its values
 * while its type is set, because what was reported is never updated.
 */
const blocked = [
  'alter table progress_update add column is_blocked text',
  'alter table progress_update alter column is_blocked type boolean using (blocked_by is not null)',
  `alter table progress_update alter column is_blocked set not null,
    add constraint progress_update_blocked check (is_blocked = (blocked_by is not null))`,
];
