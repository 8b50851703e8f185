import { relation, toFew, toFewThrough, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { Aim } from './aim.entity';
import { ChangeIdea } from './changeIdea.entity';
import { Driver } from './driver.entity';
import { ProgressAssessment } from './progressAssessment.entity';
import { TheoryPart, TheoryVersion } from './theory.entity';
import { partsAbove, partsBelow } from './theoryLinks';

const parts = ['kind', 'position'];

const versions = [
  relation(
    Aim,
    'theoryVersions',
    toFew(TheoryVersion, 'aimId', ['number'], 'Its theory of change in all its versions, oldest first.'),
  ),
  relation(Aim, 'theory', {
    type: () => TheoryVersion,
    nullable: true,
    description: 'Its theory of change as it now stands: the driver diagram as a graph. Null before the first driver.',
    resolve: async (aim, ctx) => (await ctx.store.children(TheoryVersion, 'aimId', aim.id, ['number'])).at(-1) ?? null,
  }),
  relation(
    TheoryVersion,
    'aim',
    toOne(() => Aim, 'aimId', 'The aim it is a theory of.'),
  ),
  relation(
    TheoryVersion,
    'author',
    toOne(() => Member, 'authorId', 'Who changed it.', 'nullable'),
  ),
  relation(
    TheoryVersion,
    'parts',
    toFew(TheoryPart, 'versionId', parts, 'All its drivers and change ideas; parents and children make the graph.'),
  ),
  relation(
    TheoryPart,
    'theory',
    toOne(() => TheoryVersion, 'versionId', 'The version it is part of.'),
  ),
  relation(
    TheoryPart,
    'parents',
    toFewThrough(TheoryPart, partsAbove, parts, 'What it works through; a change idea may serve several drivers.'),
  ),
  relation(TheoryPart, 'children', toFewThrough(TheoryPart, partsBelow, parts, 'What moves it.')),
  relation(
    TheoryPart,
    'driver',
    toOne(() => Driver, 'driverId', 'The driver as it now is.', 'nullable'),
  ),
  relation(
    TheoryPart,
    'changeIdea',
    toOne(() => ChangeIdea, 'changeIdeaId', 'The change idea as it now is.', 'nullable'),
  ),
];

const progress = [
  relation(
    Aim,
    'progressAssessments',
    toFew(
      ProgressAssessment,
      'aimId',
      ['assessedOn', 'recordedAt'],
      'How far people said it had come, oldest first; read it beside improvementStatus.',
    ),
  ),
  relation(
    ProgressAssessment,
    'aim',
    toOne(() => Aim, 'aimId', 'The aim it is about.'),
  ),
  relation(
    ProgressAssessment,
    'author',
    toOne(() => Member, 'authorId', 'Who said it.'),
  ),
];

export const theoryRelations = [...versions, ...progress];
