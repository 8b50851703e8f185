import { Action } from '../actions/action.entity';
import { SignOff } from '../actions/actionRecord.entity';
import { FindingAssurance } from '../actions/findingAssurance.entity';
import { Disclosure, disclosure } from '../api/disclosure.type';
import { countsHiddenBecause } from '../api/protectedNumbers';
import { relation, rootList, type ResolverClass } from '../api/relations';
import { Finding } from '../findings/finding.entity';
import { LearningSource } from '../sources/learningSource.entity';
import type { Node, RowType } from '../store/row';
import { coverageOf } from './coverage.reading';
import { SourceCoverage } from './coverage.type';
import { recurrences } from './recurrence.lists';
import { recurrencesAt, type RecurrenceKey } from './recurrence.reading';
import { Recurrence } from './recurrence.type';
import { threadBreaks } from './threadBreak.lists';

interface RecurrenceField {
  readonly by: RecurrenceKey;
  readonly description: string;
}

/** All recurrences of the committee are worked out once a request, and each row gets its own. */
const recurring = <O extends Node>(owner: RowType<O>, name: string, { by, description }: RecurrenceField): ResolverClass =>
  relation(owner, name, {
    type: () => [Recurrence],
    description,
    resolve: (row, ctx) => recurrencesAt(ctx.store, by, row.id),
  });

export const threadRelations = [
  rootList(
    'threadBreaks',
    threadBreaks,
    'Every break of your committee’s golden thread, by name, the longest broken first. Not for partners; for a program, the breaks of what it may read.',
  ),
  relation(LearningSource, 'coverage', {
    type: () => SourceCoverage,
    nullable: true,
    description:
      'What has become of it, finding by finding: response, action, evidence, impact. Null where it is not shown to you, which `coverageDisclosure` says.',
    resolve: async (source, ctx) => ((await countsHiddenBecause(ctx)) === null ? coverageOf(ctx.store, source) : null),
  }),
  relation(LearningSource, 'coverageDisclosure', {
    type: () => Disclosure,
    description: 'Whether you are shown its coverage.',
    resolve: async (_, ctx) => disclosure(await countsHiddenBecause(ctx)),
  }),
  rootList('recurrences', recurrences, 'Concerns that a later source raises again after they had been closed as effective.'),
  recurring(Finding, 'recurrenceOf', { by: 'findingId', description: 'The closed concerns that it raises again.' }),
  recurring(Finding, 'recurredIn', {
    by: 'earlierFindingId',
    description: 'Where it was raised again after it had been closed.',
  }),
  recurring(Action, 'recurredIn', {
    by: 'actionId',
    description: 'Where a concern was raised again after its sign-off as effective.',
  }),
  recurring(SignOff, 'recurredIn', { by: 'closureId', description: 'Where a concern was raised again that this had closed.' }),
  recurring(FindingAssurance, 'recurredIn', {
    by: 'closureId',
    description: 'Where a concern was raised again that this had closed.',
  }),
];
