import { Int } from 'type-graphql';
import type { Context } from '../api/context';
import { protectedNumbers } from '../api/protectedNumbers';
import type { SuppressionReason } from '../disclosure/disclosed';
import { childrenPolicy, withThreshold } from '../disclosure/policy';
import { protectShare, type Share } from '../disclosure/protectShare';
import { AuditFacts, ConsultationFacts } from './sourceFacts.entity';

/** The cases and people behind a source. They are recorded once and never changed, so there are no two states to compare. */
async function hiddenBecause(share: Share, { store }: Context): Promise<SuppressionReason | null> {
  const smallest = await store.smallestCountShown();
  return smallest === null ? null : protectShare(share, withThreshold(childrenPolicy, smallest)).of.reason;
}

const int = () => Int;

export const sourceCountRelations = [
  ...protectedNumbers(AuditFacts, {
    numbers: {
      sampleSize: { type: int, description: 'How many records or cases were looked at.' },
      compliantCount: { type: int, description: 'How many of them met the standard; null where that was not counted.' },
    },
    hiddenBecause: ({ sampleSize, compliantCount }, ctx) => hiddenBecause({ of: sampleSize, some: compliantCount }, ctx),
  }),
  ...protectedNumbers(ConsultationFacts, {
    numbers: {
      respondents: { type: int, description: 'How many people answered.' },
      invited: { type: int, description: 'How many people were asked; null where that is not known.' },
    },
    hiddenBecause: ({ respondents, invited }, ctx) =>
      hiddenBecause(invited === null ? { of: respondents, some: null } : { of: invited, some: respondents }, ctx),
  }),
];
