import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The only rows that one committee sees of another. Keys between the two tables cross committees on purpose; those to a change
 * idea never do.
 */
export class CreateSharedIdeas1764000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(sharedIdeas);
    await db.query(uptakes);
    await db.query(ancestry);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table idea_uptake, shared_idea;
      drop function keep_shared_idea();
      drop function keep_idea_uptake();
    `);
  }
}

const sharedIdeas = `
  -- Without a parent it is the root of its lineage, and root_id is null.
  create table shared_idea (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    change_idea_id uuid not null unique,
    parent_shared_idea_id uuid references shared_idea,
    root_id uuid references shared_idea,
    area_name text not null check (area_name <> ''),
    statement text not null check (btrim(statement) <> ''),
    learning text,
    shared_on date not null,
    withdrawn_on date,
    withdrawn_reason text,
    unique (committee_id, id),
    foreign key (committee_id, change_idea_id) references change_idea (committee_id, id),
    constraint "sharedIdea.ancestry" check ((parent_shared_idea_id is null) = (root_id is null)),
    constraint "sharedIdea.withdrawal" check
      ((withdrawn_on is null) = (withdrawn_reason is null) and withdrawn_on >= shared_on and btrim(withdrawn_reason) <> '')
  );
  create index shared_idea_shared_idx on shared_idea (shared_on, id);
  create index shared_idea_recorded_idx on shared_idea (committee_id, recorded_at, id);
`;

const uptakes = `
  create table idea_uptake (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    change_idea_id uuid not null unique,
    shared_idea_id uuid not null references shared_idea,
    parent_uptake_id uuid references idea_uptake,
    root_id uuid not null references shared_idea,
    generation int not null check (generation >= 0),
    area_name text not null check (area_name <> ''),
    adaptation text,
    taken_up_on date not null,
    unique (committee_id, id),
    unique (committee_id, shared_idea_id),
    foreign key (committee_id, change_idea_id) references change_idea (committee_id, id)
  );
  create index idea_uptake_shared_idea_idx on idea_uptake (shared_idea_id);
  create index idea_uptake_root_idx on idea_uptake (root_id, generation, id);
`;

/**
 * An ancestor has to be there before its descendant and never changes, so that a lineage cannot run in a circle. Where a row
 * stands follows from what was taken up; nobody chooses it.
 */
const ancestry = `
  create function keep_shared_idea() returns trigger language plpgsql as $$
  declare
    parent uuid;
    root uuid;
  begin
    if tg_op = 'DELETE' then
      raise exception using errcode = 'P0001', constraint = 'sharedIdea.kept',
        message = 'A shared idea is withdrawn, never removed: others may have built on it.';
    end if;
    if tg_op = 'UPDATE' then
      parent := old.parent_shared_idea_id;
      root := old.root_id;
      if (new.id, new.committee_id, new.change_idea_id) is distinct from (old.id, old.committee_id, old.change_idea_id) then
        raise exception using errcode = 'P0001', constraint = 'sharedIdea.ancestry', message = 'A shared idea stays what it is.';
      end if;
    else
      select u.shared_idea_id, u.root_id into parent, root from idea_uptake u where u.change_idea_id = new.change_idea_id;
    end if;
    if (new.parent_shared_idea_id, new.root_id) is distinct from (parent, root) then
      raise exception using errcode = 'P0001', constraint = 'sharedIdea.ancestry',
        message = 'A shared idea descends from what its change idea was taken up from, and from nothing else.';
    end if;
    return new;
  end $$;
  create trigger shared_idea_kept before insert or update or delete on shared_idea for each row execute function keep_shared_idea();

  create function keep_idea_uptake() returns trigger language plpgsql as $$
  declare
    shared shared_idea;
    parent uuid;
    root uuid;
    place int := 0;
  begin
    if tg_op = 'DELETE' then
      raise exception using errcode = 'P0001', constraint = 'ideaUptake.kept',
        message = 'An uptake is never removed; give the change idea up instead.';
    end if;
    if tg_op = 'UPDATE' then
      if (new.id, new.committee_id, new.change_idea_id, new.shared_idea_id, new.parent_uptake_id, new.root_id, new.generation)
        is distinct from
        (old.id, old.committee_id, old.change_idea_id, old.shared_idea_id, old.parent_uptake_id, old.root_id, old.generation) then
        raise exception using errcode = 'P0001', constraint = 'ideaUptake.ancestry', message = 'An uptake stays where it is in its lineage.';
      end if;
      return new;
    end if;
    select * into shared from shared_idea s where s.id = new.shared_idea_id;
    root := coalesce(shared.root_id, shared.id);
    if shared.change_idea_id is distinct from new.change_idea_id then
      select u.id, u.generation + 1 into parent, place from idea_uptake u where u.change_idea_id = shared.change_idea_id;
      if shared.withdrawn_on is not null then
        raise exception using errcode = 'P0001', constraint = 'sharedIdea.withdrawn', message = 'This idea is no longer shared.';
      end if;
      if parent is null or exists (select 1 from shared_idea s where s.change_idea_id = new.change_idea_id) then
        raise exception using errcode = 'P0001', constraint = 'ideaUptake.ancestry', message = 'This change idea has a lineage of its own.';
      end if;
    end if;
    if (new.parent_uptake_id, new.root_id, new.generation) is distinct from (parent, root, place) or (parent is null and root is distinct from shared.id) then
      raise exception using errcode = 'P0001', constraint = 'ideaUptake.ancestry',
        message = 'An uptake descends from the one whose shared idea it took up.';
    end if;
    return new;
  end $$;
  create trigger idea_uptake_kept before insert or update or delete on idea_uptake for each row execute function keep_idea_uptake();
`;
