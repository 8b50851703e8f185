import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { requireCounts } from '../api/protectedNumbers';
import type { Grouping } from '../store/groupSql';
import type { RowReads } from '../store/rowReads';
import { Action } from './action.entity';
import { EvidenceKind } from './action.enums';
import { EvidenceItem, SignOff } from './actionRecord.entity';
import { evidenceThen, onAssertionSql, signOffs } from './closure.lists';
import { closureBasis, closureStands, highestOf, type ClosureBasis } from './closure.rules';
import { ClosureLedger, EvidenceAtClosure } from './closure.type';

const evidenceFor = (reads: RowReads, { actionId }: SignOff): Promise<EvidenceItem[]> =>
  reads.children(EvidenceItem, 'actionId', actionId);

const basisOf = async (reads: RowReads, signOff: SignOff): Promise<ClosureBasis> =>
  closureBasis(await evidenceFor(reads, signOff), signOff.recordedAt);

@Resolver(() => SignOff)
export class ClosureFields {
  @FieldResolver(() => Boolean, { description: 'Whether it stands: its action is closed and was not closed again later.' })
  async stands(@Root() { id, actionId }: SignOff, @Ctx() { store }: Context): Promise<boolean> {
    const [action, all] = await Promise.all([
      store.find(Action, actionId),
      store.children(SignOff, 'actionId', actionId, ['recordedAt']),
    ]);
    return action !== null && closureStands(action, id, all.at(-1)?.id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether there was no evidence at sign-off, or none beyond an output (level 0 or 1).',
  })
  async isOnAssertion(@Root() signOff: SignOff, @Ctx() { store }: Context): Promise<boolean> {
    return (await basisOf(store, signOff)).isOnAssertion;
  }

  @FieldResolver(() => [EvidenceAtClosure], { description: 'The evidence there was at sign-off, by kind.' })
  async evidenceByKind(@Root() signOff: SignOff, @Ctx() { store }: Context): Promise<EvidenceAtClosure[]> {
    return [...(await basisOf(store, signOff)).byKind];
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The highest impact level at sign-off; null without evidence.' })
  async highestImpactLevel(@Root() signOff: SignOff, @Ctx() { store }: Context): Promise<number | null> {
    return (await basisOf(store, signOff)).highestImpactLevel;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The highest impact level of all evidence there is now.' })
  async highestImpactLevelSince(@Root() signOff: SignOff, @Ctx() { store }: Context): Promise<number | null> {
    return highestOf(await evidenceFor(store, signOff));
  }
}

const level = `(select max(e.impact_level) from ${evidenceThen('{row}')})::text`;
const byLevel: Grouping = { key: level, label: level, also: onAssertionSql };
const byKind: Grouping = {
  join: `join ${evidenceThen('{row}').replace(' where ', ' on ')}`,
  key: 'e.kind',
  label: 'e.kind',
  also: onAssertionSql,
};

@Resolver()
export class ClosureLedgerResolver {
  @Query(() => ClosureLedger, {
    description:
      'On what your committee’s actions were closed. The list behind each count: signOffs with its filter. Refused to readers who are kept from small numbers.',
  })
  async closureLedger(@Ctx() ctx: Context): Promise<ClosureLedger> {
    await requireCounts(ctx, 'counts of closures');
    const { store, today } = ctx;
    const standing = { stands: true };
    const [levels, kinds, reopened] = await Promise.all([
      store.groups(signOffs, standing, byLevel),
      store.groups(signOffs, standing, byKind),
      store.count(signOffs, { filter: { stands: false } }),
    ]);
    const sum = (read: (group: { count: number; also: number }) => number): number =>
      levels.reduce((total, group) => total + read(group), 0);
    return {
      ...{ asAtOn: today, closures: sum(({ count }) => count), onAssertion: sum(({ also }) => also), reopened },
      byImpactLevel: levels.map(({ key, count }) => ({ level: key === null ? null : Number(key), closures: count })),
      byEvidenceKind: kinds.map(({ key, count }) => ({ kind: key as EvidenceKind, closures: count })),
    };
  }
}
