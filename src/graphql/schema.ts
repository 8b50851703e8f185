import 'reflect-metadata';
import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { actionRelations } from '../actions/action.relations';
import { actionRecordRelations } from '../actions/actionRecord.relations';
import { ActionImprovement, AimImprovement } from '../actions/improvement.resolver';
import { aimRelations } from '../aims/aim.relations';
import { NodeResolver } from '../api/node.resolver';
import { ActionAttributions, CycleAttributions, MeasureOfAttribution } from '../chartViews/attribution.resolver';
import * as chartFields from '../chartViews/chart.resolver';
import { committeeRelations } from '../committees/committee.relations';
import { CommitteeResolver } from '../committees/committee.resolver';
import { cycleRelations } from '../cycles/cycle.relations';
import { findingRelations } from '../findings/finding.relations';
import { historyRelations } from '../history/event.relations';
import { measureRelations } from '../measures/measure.relations';
import { MeasureOfStanding, MeasureStandingField } from '../measures/measureStanding.resolver';
import { memberRelations } from '../members/member.relations';
import { ViewerResolver } from '../members/viewer.resolver';
import { planRelations } from '../plans/plan.relations';
import { recommendationRelations } from '../recommendations/recommendation.relations';
import { referenceRelations } from '../reference/reference.relations';
import { sourceRelations } from '../sources/source.relations';
import { SummaryResolver } from '../summary/summary.resolver';
import { verbs } from '../verbs';
import { asAtDirective } from './asAt';

const resolvers = [
  ...[NodeResolver, ViewerResolver, CommitteeResolver, SummaryResolver],
  ...[ActionImprovement, AimImprovement, MeasureStandingField, MeasureOfStanding],
  ...[ActionAttributions, CycleAttributions, MeasureOfAttribution],
  ...Object.values(chartFields),
  ...[
    ...referenceRelations,
    ...committeeRelations,
    ...memberRelations,
    ...sourceRelations,
    ...findingRelations,
    ...recommendationRelations,
    ...planRelations,
  ],
  ...historyRelations,
  ...[...actionRelations, ...actionRecordRelations, ...aimRelations, ...measureRelations, ...cycleRelations],
  ...verbs.map(({ resolver }) => resolver),
] as unknown as NonEmptyArray<new () => object>;

/** The whole schema. Input is checked by class-validator; what a caller sent is never repeated in an error. */
export const makeSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers,
    directives: [...specifiedDirectives, asAtDirective],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
