import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = `
  id uuid primary key,
  committee_id uuid not null references committee,
  version int not null,
  recorded_at timestamptz not null,
  unique (committee_id, id)`;

/** The golden thread is kept here: whoever writes, an approved action without a finding or a reasoned priority cannot be committed. */
export class CreateActions1764000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(actions);
    await db.query(records);
    await db.query(rules);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table finding_assurance, sign_off, due_date_change, evidence_item, progress_update, milestone, contribution,
        action_dependency, action_change_idea, action_measure, action_recommendation, action_finding, action;
      drop function require_thread();
      drop function keep_original_due_date();
      drop function require_due_date_change();
      drop function refuse_change();
    `);
  }
}

const actions = `
  create table action (${common},
    ref text not null check (ref <> ''),
    outcome_id uuid,
    title text not null check (title <> ''),
    description text,
    intended_outcome text,
    change_type text not null check (change_type in ('TEST_OF_CHANGE', 'TASK', 'POLICY_PROCEDURE', 'TRAINING', 'RESOURCE', 'GOVERNANCE')),
    origin text not null check (origin in ('FINDING', 'PLANNED_PRIORITY')),
    origin_reason text,
    status text not null check (status in ('DRAFT', 'PROPOSED', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETE_AWAITING_SIGN_OFF',
      'SIGNED_OFF', 'EMBEDDED', 'STOPPED', 'SUPERSEDED', 'REOPENED')),
    status_reason text,
    lead_agency_id uuid,
    lead_member_id uuid,
    lead_role text,
    original_due_on date,
    due_on date,
    started_on date,
    completed_on date,
    review_on date,
    no_measure_reason text,
    superseded_by_id uuid,
    unique (committee_id, ref),
    foreign key (committee_id, outcome_id) references outcome (committee_id, id),
    foreign key (committee_id, lead_agency_id) references committee_agency (committee_id, agency_id),
    foreign key (committee_id, lead_member_id) references member (committee_id, id),
    foreign key (committee_id, superseded_by_id) references action (committee_id, id),
    constraint action_due_date_has_original check ((due_on is null) = (original_due_on is null)),
    constraint action_reason check (status not in ('ON_HOLD', 'STOPPED', 'REOPENED') or status_reason is not null),
    constraint action_review_date check (status <> 'ON_HOLD' or review_on is not null),
    constraint action_successor check (status <> 'SUPERSEDED' or (superseded_by_id is not null and superseded_by_id <> id)),
    constraint action_complete check (status in ('DRAFT', 'PROPOSED') or
      (lead_agency_id is not null and due_on is not null and intended_outcome is not null and (lead_role is not null or lead_member_id is not null)))
  );
  create index action_status_due_idx on action (committee_id, status, due_on, id);
  create index action_due_idx on action (committee_id, (coalesce(due_on, '9999-12-31'::date)), id);
  create index action_recorded_idx on action (committee_id, recorded_at, id);
  create index action_lead_agency_idx on action (committee_id, lead_agency_id);
  create index action_lead_member_idx on action (lead_member_id) where lead_member_id is not null;
  create index action_outcome_idx on action (outcome_id) where outcome_id is not null;
  ${[
    ['finding', 'finding_id', 'finding'],
    ['recommendation', 'recommendation_id', 'recommendation'],
    ['measure', 'measure_id', 'measure'],
    ['change_idea', 'change_idea_id', 'change_idea'],
    ['dependency', 'depends_on_id', 'action'],
  ]
    .map(
      ([name, key, target]) => `
  create table action_${name} (
    committee_id uuid not null references committee,
    action_id uuid not null,
    ${key} uuid not null,
    primary key (action_id, ${key}),
    foreign key (committee_id, action_id) references action (committee_id, id),
    foreign key (committee_id, ${key}) references ${target} (committee_id, id)
  );
  create index action_${name}_back_idx on action_${name} (${key}, action_id);`,
    )
    .join('')}
  alter table action_dependency add constraint action_not_its_own_dependency check (action_id <> depends_on_id);
`;

const records = `
  create table contribution (${common},
    action_id uuid not null,
    agency_id uuid not null,
    part text not null check (part <> ''),
    state text not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE')),
    unique (action_id, agency_id),
    foreign key (committee_id, action_id) references action (committee_id, id),
    foreign key (committee_id, agency_id) references committee_agency (committee_id, agency_id)
  );
  create table milestone (${common},
    action_id uuid not null,
    position int not null check (position > 0),
    title text not null check (title <> ''),
    due_on date,
    reached_on date,
    unique (action_id, position),
    foreign key (committee_id, action_id) references action (committee_id, id)
  );
  create table progress_update (${common},
    action_id uuid not null,
    author_id uuid not null,
    as_at_on date not null,
    text text not null check (text <> ''),
    confidence text check (confidence in ('GREEN', 'AMBER', 'RED')),
    basis text check (basis in ('NOW', 'FORECAST_TO_DUE_DATE')),
    blocked_by text,
    foreign key (committee_id, action_id) references action (committee_id, id),
    foreign key (committee_id, author_id) references member (committee_id, id),
    constraint progress_update_basis check ((confidence is null) = (basis is null))
  );
  create index progress_update_action_idx on progress_update (action_id, recorded_at, id);
  create table evidence_item (${common},
    action_id uuid not null,
    kind text not null check (kind in ('DOCUMENT', 'ATTENDANCE', 'AUDIT', 'MEASURE', 'FEEDBACK', 'OBSERVATION', 'OTHER')),
    description text not null check (description <> ''),
    dated_on date not null,
    impact_level int not null check (impact_level between 0 and 5),
    url text check (url ~ '^https?://'),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    foreign key (committee_id, action_id) references action (committee_id, id)
  );
  create index evidence_item_action_idx on evidence_item (action_id, recorded_at, id);
  create table due_date_change (${common},
    action_id uuid not null,
    from_on date not null,
    to_on date not null check (to_on <> from_on),
    reason text not null check (reason <> ''),
    approved_by_id uuid not null,
    foreign key (committee_id, action_id) references action (committee_id, id),
    foreign key (committee_id, approved_by_id) references member (committee_id, id)
  );
  create index due_date_change_action_idx on due_date_change (action_id, recorded_at, id);
  create table sign_off (${common},
    action_id uuid not null,
    signed_off_by_id uuid not null,
    action_version int not null,
    meeting_on date not null,
    minute_ref text not null check (minute_ref <> ''),
    foreign key (committee_id, action_id) references action (committee_id, id),
    foreign key (committee_id, signed_off_by_id) references member (committee_id, id)
  );
  create index sign_off_action_idx on sign_off (action_id, recorded_at, id);
  create table finding_assurance (${common},
    finding_id uuid not null,
    assured_by_id uuid not null,
    finding_version int not null,
    meeting_on date not null,
    minute_ref text not null check (minute_ref <> ''),
    foreign key (committee_id, finding_id) references finding (committee_id, id),
    foreign key (committee_id, assured_by_id) references member (committee_id, id)
  );
  create index finding_assurance_finding_idx on finding_assurance (finding_id, recorded_at, id);
`;

const rules = `
  -- Deferred to the commit, so that an action and its findings can be written in any order within a change.
  create function require_thread() returns trigger language plpgsql as $$
  declare
    checked uuid;
  begin
    if tg_table_name = 'action' then
      checked := new.id;
    else
      checked := old.action_id;
    end if;
    if exists (
      select 1 from action a where a.id = checked and a.status not in ('DRAFT', 'PROPOSED')
        and not (a.origin = 'PLANNED_PRIORITY' and coalesce(btrim(a.origin_reason), '') <> '')
        and not (a.origin = 'FINDING' and exists (select 1 from action_finding f where f.action_id = a.id))
    ) then
      raise exception using errcode = 'P0001', constraint = 'action.orphan',
        message = 'An action answers at least one finding, or states a planned priority with its reason.';
    end if;
    return null;
  end $$;
  create constraint trigger action_thread after insert or update on action
    deferrable initially deferred for each row execute function require_thread();
  create constraint trigger action_finding_thread after update or delete on action_finding
    deferrable initially deferred for each row execute function require_thread();

  create function keep_original_due_date() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'action.originalDueDate',
      message = 'The original due date of an approved action never changes.';
  end $$;
  create trigger action_original_due_date before update on action for each row
    when (old.status not in ('DRAFT', 'PROPOSED') and new.original_due_on is distinct from old.original_due_on)
    execute function keep_original_due_date();

  create function require_due_date_change() returns trigger language plpgsql as $$
  begin
    if exists (
      select 1 from action a where a.id = new.id and a.due_on is distinct from a.original_due_on
        and a.due_on is distinct from (select c.to_on from due_date_change c where c.action_id = a.id order by c.recorded_at desc, c.version desc limit 1)
    ) then
      raise exception using errcode = 'P0001', constraint = 'action.dueDateChange',
        message = 'A due date changes only with a reason and an approver.';
    end if;
    return null;
  end $$;
  create constraint trigger action_due_date_change after insert or update on action
    deferrable initially deferred for each row execute function require_due_date_change();

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'P0001', constraint = 'record.appendOnly',
      message = format('What was recorded in %s is never changed or removed; add to it.', tg_table_name);
  end $$;
  ${['progress_update', 'evidence_item', 'due_date_change', 'sign_off', 'finding_assurance']
    .map(
      (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();`,
    )
    .join('')}
`;
