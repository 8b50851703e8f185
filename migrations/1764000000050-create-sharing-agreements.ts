import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a committee lets an agency see of its own actions here, for that agency's people elsewhere. The terms are kept as they
 * were proposed; who signed, accepted, reviewed, ended or revoked is written once.
 */
export class CreateSharingAgreements1764000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [accounts, who, agreements, kept, once, shown]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from governance.shared_rule where table_name = 'sharing_agreement';
      drop view if exists as_at.sharing_agreement;
      drop table if exists history.sharing_agreement;
      drop table sharing_agreement;
      drop function if exists history.keep_sharing_agreement();
      drop function keep_sharing_agreement(), refuse_second_agreement(), governance.agency_of_actor(), governance.today();
      drop view if exists as_at.service_account;
      alter table service_account drop column agency_id;
      alter table if exists history.service_account drop column agency_id;
    `);
  }
}

const accounts = `
  alter table service_account add column agency_id uuid,
    add foreign key (committee_id, agency_id) references committee_agency (committee_id, agency_id);
`;

/** Read from the actor's own row and from nothing a caller may choose. Who manages access has no say over content, nor a view of it. */
const who = `
  create function governance.today() returns date language sql stable as
    $$ select (governance.moment() at time zone 'Europe/London')::date $$;

  create function governance.agency_of_actor() returns uuid language sql stable as $$
    select a.agency_id from (
      select m.id, m.committee_id, m.agency_id, m.ended_on from public.member m where m.role <> 'ADMIN'
      union all
      select s.id, s.committee_id, s.agency_id, s.ended_on from public.service_account s
    ) a
    where a.id = nullif(current_setting('app.actor', true), '')::uuid and a.committee_id = governance.committee()
      and (a.ended_on is null or a.ended_on >= governance.today())
  $$;
  revoke execute on function governance.today(), governance.agency_of_actor() from public;
  grant execute on function governance.today(), governance.agency_of_actor() to golden_thread_app, golden_thread_owner;
`;

const agreements = `
  create table sharing_agreement (
    id uuid primary key,
    committee_id uuid not null references committee,
    version int not null,
    recorded_at timestamptz not null,
    agency_id uuid not null,
    committee_name text not null check (committee_name <> ''),
    agency_name text not null check (agency_name <> ''),
    purpose text not null check (btrim(purpose) <> ''),
    legal_basis text not null check (btrim(legal_basis) <> ''),
    covers_led boolean not null,
    covers_contributed boolean not null,
    shows_titles boolean not null,
    shows_progress boolean not null,
    shows_milestones boolean not null,
    starts_on date not null,
    ends_on date,
    review_on date,
    proposed_by_id uuid not null,
    signed_on date,
    signed_by_id uuid,
    accepted_on date,
    accepted_by_id uuid,
    agreed_on date,
    reviewed_on date,
    reviewed_by_id uuid,
    ended_on date,
    ended_by_id uuid,
    ended_reason text,
    superseded_by_id uuid,
    revoked_at timestamptz,
    revoked_by_id uuid,
    revoked_reason text,
    unique (committee_id, id),
    foreign key (committee_id, agency_id) references committee_agency (committee_id, agency_id),
    foreign key (committee_id, superseded_by_id) references sharing_agreement (committee_id, id),
    ${['proposed', 'signed', 'accepted', 'reviewed', 'ended', 'revoked']
      .map((did) => `foreign key (committee_id, ${did}_by_id) references member (committee_id, id),`)
      .join('\n    ')}
    constraint "agreement.scope" check (covers_led or covers_contributed),
    constraint "agreement.dates" check (ends_on >= starts_on),
    constraint "agreement.review" check (ends_on is not null or review_on is not null),
    constraint sharing_agreement_signed check ((signed_on is null) = (signed_by_id is null)),
    constraint sharing_agreement_accepted check ((accepted_on is null) = (accepted_by_id is null)),
    constraint sharing_agreement_agreed check ((agreed_on is null) = (signed_on is null or accepted_on is null)
      and agreed_on >= signed_on and agreed_on >= accepted_on),
    constraint sharing_agreement_two_sides check (signed_by_id <> accepted_by_id),
    constraint sharing_agreement_reviewed check ((reviewed_on is null) = (reviewed_by_id is null)),
    constraint sharing_agreement_ended check ((ended_on is null) = (ended_by_id is null) and (ended_on is null) = (ended_reason is null)),
    constraint sharing_agreement_superseded check (superseded_by_id is null or (ended_on is not null and superseded_by_id <> id)),
    constraint sharing_agreement_revoked check ((revoked_at is null) = (revoked_by_id is null) and (revoked_at is null) = (revoked_reason is null))
  );
  create index sharing_agreement_agency_idx on sharing_agreement (agency_id, committee_id);
  create index sharing_agreement_recorded_idx on sharing_agreement (committee_id, recorded_at, id);
`;

const set = (...columns: readonly string[]): string =>
  columns.map((column) => `(old.${column} is null or new.${column} is not distinct from old.${column})`).join(' and ');

const same = (...columns: readonly string[]): string =>
  `(${columns.map((column) => `old.${column}`).join(', ')}) is not distinct from (${columns.map((column) => `new.${column}`).join(', ')})`;

/** A last day may be drawn nearer, never put off; what was revoked stays as it was. */
const kept = `
  create function keep_sharing_agreement() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.revoked_at is null
      and ${same('id', 'committee_id', 'recorded_at', 'agency_id', 'committee_name', 'agency_name', 'purpose', 'legal_basis')}
      and ${same('covers_led', 'covers_contributed', 'shows_titles', 'shows_progress', 'shows_milestones')}
      and ${same('starts_on', 'ends_on', 'proposed_by_id')}
      and ${set('signed_on', 'signed_by_id', 'accepted_on', 'accepted_by_id', 'agreed_on')}
      and (old.ended_on is null or new.ended_on <= old.ended_on) then
      return new;
    end if;
    raise exception using errcode = 'P0001', constraint = 'agreement.kept',
      message = 'The terms of an agreement never change, and what was said of it stays; make a new agreement.';
  end $$;
  create trigger sharing_agreement_kept before update or delete on sharing_agreement
    for each row execute function keep_sharing_agreement();
  create trigger sharing_agreement_not_emptied before truncate on sharing_agreement
    for each statement execute function keep_sharing_agreement();
`;

/** On no day are two agreements of the same two parties in force, so that it is always plain what one was shown and why. */
const once = `
  create function refuse_second_agreement() returns trigger language plpgsql as $$
  begin
    if exists (
      select from public.sharing_agreement o where o.committee_id = new.committee_id and o.agency_id = new.agency_id and o.id <> new.id
        and o.agreed_on is not null and o.revoked_at is null
        and greatest(o.starts_on, o.agreed_on) <= coalesce(least(new.ends_on, new.ended_on), 'infinity')
        and greatest(new.starts_on, new.agreed_on) <= coalesce(least(o.ends_on, o.ended_on), 'infinity')
        and greatest(o.starts_on, o.agreed_on) <= coalesce(least(o.ends_on, o.ended_on), 'infinity')
        and greatest(new.starts_on, new.agreed_on) <= coalesce(least(new.ends_on, new.ended_on), 'infinity')
    ) then
      raise exception using errcode = 'P0001', constraint = 'agreement.once',
        message = 'There is an agreement with this agency for these days already.';
    end if;
    return null;
  end $$;
  create trigger sharing_agreement_once after insert or update on sharing_agreement
    for each row when (new.agreed_on is not null and new.revoked_at is null) execute function refuse_second_agreement();
`;

/** Both parties have the document: the committee, and the agency's people wherever they sit. Only the committee writes. */
const shown = `
  insert into governance.shared_rule (table_name, rule)
    values ('sharing_agreement', 'agency_id = (select governance.agency_of_actor())');
`;
