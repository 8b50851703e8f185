import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { NodeResolver } from '../api/node.resolver';
import { committeeRelations } from '../committees/committee.relations';
import { CommitteeResolver } from '../committees/committee.resolver';
import { findingRelations } from '../findings/finding.relations';
import { memberRelations } from '../members/member.relations';
import { ViewerResolver } from '../members/viewer.resolver';
import { referenceRelations } from '../reference/reference.relations';
import { sourceRelations } from '../sources/source.relations';
import { verbs } from '../verbs';

const resolvers = [
  ...[NodeResolver, ViewerResolver, CommitteeResolver],
  ...[...referenceRelations, ...committeeRelations, ...memberRelations, ...sourceRelations, ...findingRelations],
  ...verbs.map(({ resolver }) => resolver),
] as unknown as NonEmptyArray<Function>;

/** The whole schema. Input is checked by class-validator; what a caller sent is never repeated in an error. */
export const makeSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers,
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
