import { relation, rootList, toFew, toOne } from '../api/relations';
import { Committee } from '../committees/committee.entity';
import { dateInWords, nameOf } from '../history/words.rules';
import { dateAt } from '../kernel/localDate';
import { Member } from '../members/member.entity';
import { ErasedText, Erasure } from '../privacy/erasure.entity';
import { LearningSource } from '../sources/learningSource.entity';
import { Node } from '../store/row';
import { certificate } from './certificate.rules';
import { Disposal } from './disposal.entity';
import { LegalHold } from './legalHold.entity';
import { disposals, legalHolds } from './retention.lists';
import { RetentionRule } from './retentionRule.entity';

const member = () => Member;

export const retentionRelations = [
  relation(Committee, 'retentionRules', toFew(RetentionRule, 'committeeId', ['trigger'], 'How long its records are kept.')),
  rootList('legalHolds', legalHolds, 'What is kept whatever its rule says, and was.'),
  relation(
    LegalHold,
    'source',
    toOne(() => LearningSource, 'sourceId', 'The source whose thread it keeps; null for all of the committee.', 'nullable'),
  ),
  relation(LegalHold, 'placedBy', toOne(member, 'placedById', 'Who placed it.')),
  relation(LegalHold, 'releasedBy', toOne(member, 'releasedById', 'Who released it.', 'nullable')),
  rootList('disposals', disposals, 'What was proposed for records whose time was over, and what was done.'),
  relation(
    Disposal,
    'rule',
    toOne(() => RetentionRule, 'ruleId', 'The rule by which it was due.'),
  ),
  relation(Disposal, 'proposedBy', toOne(member, 'proposedById', 'Who proposed it.')),
  relation(Disposal, 'decidedBy', toOne(member, 'decidedById', 'The second person, who decided.', 'nullable')),
  relation(
    Disposal,
    'erasure',
    toOne(() => Erasure, 'erasureId', 'The record of what was erased.', 'nullable'),
  ),
  relation(Disposal, 'record', {
    type: () => Node,
    nullable: true,
    description: 'The record.',
    resolve: ({ kind, rowId }, ctx) => {
      const type = ctx.nodeType(ctx.typeNameOf(kind));
      return type ? ctx.store.find(type, rowId) : null;
    },
  }),
  relation(Disposal, 'certificate', {
    type: () => String,
    nullable: true,
    description: 'What was done, in a sentence that can be filed; null until it was.',
    resolve: async (disposal, ctx) => {
      if (disposal.status !== 'CARRIED_OUT' || !disposal.decidedAt) return null;
      const type = ctx.nodeType(ctx.typeNameOf(disposal.kind));
      const [rule, record, erased] = await Promise.all([
        ctx.store.find(RetentionRule, disposal.ruleId),
        type ? ctx.store.find(type, disposal.rowId) : null,
        disposal.erasureId ? ctx.store.children(ErasedText, 'erasureId', disposal.erasureId) : [],
      ]);
      return certificate({
        ...{ decision: disposal.decision, dueOn: disposal.dueOn, rows: erased.length, authority: rule?.authority ?? '' },
        record: `the ${inWords(disposal.kind)} ${(record && nameOf({ ...record })) ?? ''}`.trim(),
        decidedOn: dateInWords(dateAt(disposal.decidedAt)),
        keepUntilOn: disposal.keepUntilOn && dateInWords(disposal.keepUntilOn),
      });
    },
  }),
];

const inWords = (table: string): string => table.replaceAll('_', ' ').replace('pdsa', 'PDSA');
