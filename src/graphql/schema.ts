import 'reflect-metadata';
import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { actionRelations } from '../actions/action.relations';
import { actionRecordRelations } from '../actions/actionRecord.relations';
import { ActionImprovement, AimImprovement } from '../actions/improvement.resolver';
import { aimRelations } from '../aims/aim.relations';
import { AimStatementFields, ProgressScaleResolver, ProgressStepField } from '../aims/aimStatement.resolver';
import { TheoryPicture } from '../aims/theoryPicture.resolver';
import { NodeResolver } from '../api/node.resolver';
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
import { findingRelations } from '../findings/finding.relations';
import { historyRelations } from '../history/event.relations';
import { measureRelations } from '../measures/measure.relations';
import { MeasureFamilyField } from '../measures/measureFamily.resolver';
import { MeasureOfStanding, MeasureStandingField } from '../measures/measureStanding.resolver';
import { memberRelations } from '../members/member.relations';
import { practiceSharingRelations } from '../members/practiceSharing.relations';
import { ViewerResolver } from '../members/viewer.resolver';
import { planRelations } from '../plans/plan.relations';
import { recommendationRelations } from '../recommendations/recommendation.relations';
import { referenceRelations } from '../reference/reference.relations';
import { AgencyActionFields, AgencyActionsResolver } from '../sharing/agencyAction.resolver';
import { sharingRelations } from '../sharing/sharing.relations';
import { sourceRelations } from '../sources/source.relations';
import { spreadRelations } from '../spread/spread.relations';
import { SummaryResolver } from '../summary/summary.resolver';
import { WithheldOfEventChange } from '../tiers/eventWithheld.resolver';
import { tierRelations } from '../tiers/tier.relations';
import { verbs } from '../verbs';
import { asAtDirective } from './asAt';

const resolvers = [
  ...[NodeResolver, ViewerResolver, CommitteeResolver, SummaryResolver, StalledResolver],
  ...[AimStatementFields, ProgressScaleResolver, ProgressStepField, MeasureFamilyField, TheoryPicture],
  ...[ActionImprovement, AimImprovement, MeasureStandingField, MeasureOfStanding],
  ...[ActionAttributions, CycleAttributions, MeasureOfAttribution],
  ...[...Object.values(chartFields), PictureFields],
  ...[AgencyActionsResolver, AgencyActionFields],
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
  ...[...historyRelations, ...tierRelations, WithheldOfEventChange],
  ...[
    ...actionRelations,
    ...actionRecordRelations,
    ...aimRelations,
    ...measureRelations,
    ...cycleRelations,
    ...spreadRelations,
    ...sharingRelations,
    ...fidelityRelations,
  ],
  ...verbs.map(({ resolver }) => resolver),
] as unknown as NonEmptyArray<new () => object>;

/** The whole schema. Input is checked by class-validator; what a caller sent is never repeated in an error. */
export const makeSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers,
    directives: [...specifiedDirectives, asAtDirective],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
