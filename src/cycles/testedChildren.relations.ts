import { Int } from 'type-graphql';
import { protectedNumbers } from '../api/protectedNumbers';
import { PdsaCycle } from './cycle.entity';
import { PlanSeal } from './planSeal.entity';
import { childrenHiddenBecause } from './testedChildren.reading';

const text = () => String;

export const testedChildrenRelations = [
  ...protectedNumbers(PdsaCycle, {
    numbers: {
      childrenOrEpisodes: {
        type: () => Int,
        description: 'How many children or episodes are in the test; a number, never who they are.',
      },
    },
    hiddenBecause: (cycle, ctx) => childrenHiddenBecause(ctx.store, cycle),
  }),
  // The number stands in the sealed text, and whoever knows the rest of the text could try out which number fits the hash.
  ...protectedNumbers(PlanSeal, {
    numbers: {
      canonicalText: { type: text, description: 'The sealed text: the plan as canonical JSON (RFC 8785).' },
      sha256: { type: text, description: 'The SHA-256 of the text in UTF-8, in hexadecimal.' },
    },
    hiddenBecause: async ({ cycleId }, ctx) => {
      const cycle = await ctx.store.find(PdsaCycle, cycleId);
      return cycle ? childrenHiddenBecause(ctx.store, cycle) : null;
    },
  }),
];
