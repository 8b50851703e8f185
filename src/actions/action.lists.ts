import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byRecorded, byReference, byText } from '../api/orders';
import { withThemeCode } from '../findings/finding.lists';
import { SourceKind } from '../sources/source.enums';
import { after, anyIdOf, anyOf, before, rawIds, whether, words, type Condition, type Scene } from '../store/conditions';
import { Action } from './action.entity';
import { ActionOrigin, ActionStatus, ChangeType } from './action.enums';
import { askedActions } from './actionCatalogue.rules';
import { openStatuses } from './action.rules';
import { ImprovementStatus } from './improvement.enums';
import { actionsThatAre } from './improvement.reading';
import { RatingCategory, RatingColour } from './rating.enums';
import { actionsRated } from './rating.reading';
import { DueDateChange, EvidenceItem, ProgressUpdate } from './actionRecord.entity';

@InputType({ description: 'Which actions.' })
export class ActionFilter {
  @ChoicesInput(() => ActionStatus, 'Only these states.')
  statuses?: ActionStatus[] | null;

  @ChoicesInput(() => ChangeType, 'Only these kinds of change.')
  changeTypes?: ChangeType[] | null;

  @ChoicesInput(() => ActionOrigin, 'Only of this origin.')
  origins?: ActionOrigin[] | null;

  @OptionalIdsInput('Only where one of these agencies leads.')
  leadAgencyIds?: string[] | null;

  @OptionalIdsInput('Only where one of these agencies leads or contributes.')
  agencyIds?: string[] | null;

  @OptionalIdsInput('Only led by these members.')
  leadMemberIds?: string[] | null;

  @ChoicesInput(() => String, 'Only with one of these themes (codes) among its findings.')
  themeCodes?: string[] | null;

  @ChoicesInput(() => SourceKind, 'Only from these kinds of source.')
  sourceKinds?: SourceKind[] | null;

  @OptionalIdsInput('Only from these sources.')
  sourceIds?: string[] | null;

  @OptionalIdsInput('Only of these plans.')
  planIds?: string[] | null;

  @OptionalDayInput('Due before this day.')
  dueBefore?: string | null;

  @OptionalDayInput('Due after this day.')
  dueAfter?: string | null;

  @OptionalFlagInput('Only overdue ones (true) or only those that are not (false).')
  isOverdue?: boolean | null;

  @OptionalFlagInput('Only those whose due date was changed (true) or was not (false).')
  isRedated?: boolean | null;

  @ChoicesInput(() => ImprovementStatus, 'Only where the data say one of these.')
  improvementStatuses?: ImprovementStatus[] | null;

  @ChoicesInput(() => RatingColour, 'Only rated so against the due date in force.')
  ratings?: RatingColour[] | null;

  @ChoicesInput(() => RatingColour, 'Only rated so against the original due date.')
  originalRatings?: RatingColour[] | null;

  @ChoicesInput(() => RatingCategory, 'Only where both ratings together say one of these.')
  ratingCategories?: RatingCategory[] | null;

  @OptionalFlagInput('Only with evidence (true) or without (false).')
  hasEvidence?: boolean | null;

  @OptionalLineInput('Words that all occur in the reference, title, description or intended outcome.')
  text?: string | null;
}

/** The SQL twin of isOverdue in action.rules.ts. */
export const overdueSql = ({ alias, today, bind }: Scene): string =>
  `${alias}.due_on is not null and ${alias}.due_on < ${bind(today)}::date and ${alias}.status = any(${bind(openStatuses)}::text[])`;

/** A condition on the findings an action answers. */
export const onFinding =
  <V>(condition: Condition<V>): Condition<V> =>
  (value, scene) =>
    `exists (select 1 from action_finding af join finding f on f.id = af.finding_id where af.action_id = ${scene.alias}.id
      and ${condition(value, { ...scene, alias: 'f' })})`;

/** A condition on the sources behind an action. */
export const onSource = <V>(condition: Condition<V>): Condition<V> =>
  onFinding(
    (value, scene) =>
      `exists (select 1 from learning_source s where s.id = ${scene.alias}.source_id and ${condition(value, { ...scene, alias: 's' })})`,
  );

const ofAgency: Condition<readonly string[]> = (ids, { alias, bind }) => {
  const agencies = `any(${bind(rawIds(ids))}::uuid[])`;
  return `(${alias}.lead_agency_id = ${agencies} or exists (select 1 from contribution k where k.action_id = ${alias}.id and k.agency_id = ${agencies}))`;
};

const ofPlan: Condition<readonly string[]> = (ids, { alias, bind }) =>
  `exists (select 1 from outcome o where o.id = ${alias}.outcome_id and o.plan_id = any(${bind(rawIds(ids))}::uuid[]))`;

export const actions = listing(Action, {
  filter: ActionFilter,
  where: {
    statuses: anyOf('status'),
    changeTypes: anyOf('change_type'),
    origins: anyOf('origin'),
    leadAgencyIds: anyIdOf('lead_agency_id'),
    agencyIds: ofAgency,
    leadMemberIds: anyIdOf('lead_member_id'),
    themeCodes: onFinding(withThemeCode),
    sourceKinds: onSource(anyOf('kind')),
    sourceIds: onFinding(anyIdOf('source_id')),
    planIds: ofPlan,
    dueBefore: before('due_on'),
    dueAfter: after('due_on'),
    isOverdue: whether(overdueSql),
    isRedated: whether(({ alias }) => `exists (select 1 from due_date_change d where d.action_id = ${alias}.id)`),
    improvementStatuses: { idsWhere: actionsThatAre },
    ratings: { idsWhere: actionsRated(({ now }) => now.colour) },
    originalRatings: { idsWhere: actionsRated(({ againstOriginal }) => againstOriginal.colour) },
    ratingCategories: { idsWhere: actionsRated(({ category }) => category) },
    hasEvidence: whether(({ alias }) => `exists (select 1 from evidence_item e where e.action_id = ${alias}.id)`),
    text: words('ref', 'title', 'description', 'intended_outcome'),
  },
  orders: {
    DUE_ON: byDay('due_on', 'Due date; those without one last.'),
    ORIGINAL_DUE_ON: byDay('original_due_on', 'Original due date; those without one last.'),
    REF: byReference('ref'),
    TITLE: byText('title', 'Title.'),
    STATUS: byText('status', 'State, by name.'),
    RECORDED_AT: byRecorded,
  },
  total: askedActions,
});

@InputType({ description: 'Which records of an action.' })
export class RecordFilter {
  @OptionalLineInput('Words that all occur in the text.')
  text?: string | null;
}

export const progressUpdates = listing(ProgressUpdate, {
  filter: RecordFilter,
  where: { text: words('text', 'blocked_by') },
  orders: { RECORDED_AT: byRecorded, AS_AT_ON: byDay('as_at_on', 'The day it describes.') },
});

export const evidenceItems = listing(EvidenceItem, {
  filter: RecordFilter,
  where: { text: words('description') },
  orders: { RECORDED_AT: byRecorded, DATED_ON: byDay('dated_on', 'The day it is from.') },
});

export const dueDateChanges = listing(DueDateChange, {
  filter: RecordFilter,
  where: { text: words('reason') },
  orders: { RECORDED_AT: byRecorded },
});
