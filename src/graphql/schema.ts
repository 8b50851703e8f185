import 'reflect-metadata';
import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { actionRelations } from '../actions/action.relations';
import { actionRecordRelations } from '../actions/actionRecord.relations';
import { ActionImprovement, AimImprovement } from '../actions/improvement.resolver';
import { SourceResponseField } from '../actions/responseStrength.resolver';
import * as ratingFields from '../actions/rating.resolver';
import * as closureFields from '../actions/closure.resolver';
import { redateRequestRelations } from '../actions/redateRequest.relations';
import { aimRelations } from '../aims/aim.relations';
import { AimStatementFields, ProgressScaleResolver, ProgressStepField } from '../aims/aimStatement.resolver';
import { TheoryPicture } from '../aims/theoryPicture.resolver';
import { NodeResolver } from '../api/node.resolver';
import { viewerCanFields, viewerMayField } from '../api/viewerCan';
import { ActionAttributions, CycleAttributions, MeasureOfAttribution } from '../chartViews/attribution.resolver';
import * as chartFields from '../chartViews/chart.resolver';
import { PictureFields } from '../chartViews/picture.resolver';
import { committeeRelations } from '../committees/committee.relations';
import { CommitteeResolver } from '../committees/committee.resolver';
import { cycleRelations } from '../cycles/cycle.relations';
import { StalledResolver } from '../cycles/stalled.resolver';
import { PredictionOutcomeFields } from '../cycles/predictionOutcome.resolver';
import { fidelityRelations } from '../fidelity/fidelity.relations';
import * as fidelityFields from '../fidelity/fidelity.resolver';
import * as practiceFields from '../fidelity/practice.resolver';
import { agendaRelations } from '../decisions/agenda.relations';
import * as agendaFields from '../decisions/agenda.resolver';
import { decisionRelations } from '../decisions/decision.relations';
import { findingRelations } from '../findings/finding.relations';
import { historyRelations } from '../history/event.relations';
import { measureRelations } from '../measures/measure.relations';
import { MeasureFamilyField } from '../measures/measureFamily.resolver';
import { MeasureOfStanding, MeasureStandingField } from '../measures/measureStanding.resolver';
import { meetingRelations } from '../meetings/meeting.relations';
import { MeetingFields } from '../meetings/meeting.resolver';
import { memberRelations } from '../members/member.relations';
import { practiceSharingRelations } from '../members/practiceSharing.relations';
import { Viewer, ViewerResolver } from '../members/viewer.resolver';
import { packRelations } from '../packs/pack.relations';
import * as packFields from '../packs/pack.resolver';
import { planRelations } from '../plans/plan.relations';
import { HeldAboutResolver } from '../privacy/heldAbout.resolver';
import { privacyRelations } from '../privacy/privacy.relations';
import { recommendationRelations } from '../recommendations/recommendation.relations';
import { referenceRelations } from '../reference/reference.relations';
import { AgencyActionFields, AgencyActionsResolver } from '../sharing/agencyAction.resolver';
import { sharingRelations } from '../sharing/sharing.relations';
import { retentionRelations } from '../retention/retention.relations';
import { RetentionDueResolver } from '../retention/retentionDue.resolver';
import { sourceRelations } from '../sources/source.relations';
import { spreadRelations } from '../spread/spread.relations';
import { SummaryResolver } from '../summary/summary.resolver';
import { WithheldOfEventChange } from '../tiers/eventWithheld.resolver';
import { tierRelations } from '../tiers/tier.relations';
import { readings } from '../readings';
import { RecurrenceFields } from '../thread/recurrence.resolver';
import { RepeatThemeResolver } from '../thread/repeatTheme.resolver';
import { threadRelations } from '../thread/thread.relations';
import * as threadFields from '../thread/threadAudit.resolver';
import { verbs } from '../verbs';
import { asAtDirective } from './asAt';
import { guardReading } from './readGuard';

const resolvers = [
  ...[NodeResolver, ViewerResolver, CommitteeResolver, SummaryResolver, StalledResolver, HeldAboutResolver, RetentionDueResolver],
  MeetingFields,
  ...[AimStatementFields, ProgressScaleResolver, ProgressStepField, MeasureFamilyField, TheoryPicture],
  ...[ActionImprovement, AimImprovement, MeasureStandingField, MeasureOfStanding],
  ...[...Object.values(closureFields), SourceResponseField],
  ...[...Object.values(ratingFields), ...Object.values(agendaFields), ...Object.values(packFields)],
  ...[ActionAttributions, CycleAttributions, MeasureOfAttribution],
  ...[...Object.values(chartFields), PictureFields],
  ...[AgencyActionsResolver, AgencyActionFields],
  ...[...Object.values(threadFields), RecurrenceFields, RepeatThemeResolver],
  ...[PredictionOutcomeFields, ...Object.values(fidelityFields), ...Object.values(practiceFields)],
  ...[
    ...referenceRelations,
    ...committeeRelations,
    ...memberRelations,
    ...practiceSharingRelations,
    ...sourceRelations,
    ...findingRelations,
    ...recommendationRelations,
    ...planRelations,
  ],
  ...[...historyRelations, ...tierRelations, WithheldOfEventChange, ...privacyRelations],
  ...[
    ...actionRelations,
    ...actionRecordRelations,
    ...redateRequestRelations,
    ...aimRelations,
    ...measureRelations,
    ...cycleRelations,
    ...spreadRelations,
    ...sharingRelations,
    ...fidelityRelations,
    ...threadRelations,
    ...retentionRelations,
    ...meetingRelations,
    ...decisionRelations,
    ...agendaRelations,
    ...packRelations,
  ],
  ...verbs.map(({ resolver }) => resolver),
  ...[viewerMayField(Viewer, verbs), ...viewerCanFields(verbs)],
] as unknown as NonEmptyArray<new () => object>;

let made: Promise<GraphQLSchema> | undefined;

/** The whole schema, made once. Input is checked by class-validator; what a caller sent is never repeated in an error. */
export const makeSchema = (): Promise<GraphQLSchema> => (made ??= build());

async function build(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    directives: [...specifiedDirectives, asAtDirective],
    // Apollo Server validates the schema when it starts; asking it for its whole introspection as well takes as long as making it.
    skipCheck: true,
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
  return guardReading(schema, readings);
}
