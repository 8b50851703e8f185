import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Action } from '../actions/action.entity';
import { isOverdue } from '../actions/action.rules';
import { Contribution, Milestone } from '../actions/actionRecord.entity';
import { toConnection, type Connection } from '../api/connection';
import { Context } from '../api/context';
import type { PageRequest } from '../store/listing';
import { AgencyAction, AgencyMilestone, type SharedMilestone } from './agencyAction.entity';
import { agencyActions } from './agencyAction.lists';
import { SharingAgreement } from './sharingAgreement.entity';

@Resolver()
export class AgencyActionsResolver {
  @Query(() => agencyActions.Connection, {
    nullable: true,
    description:
      'The actions that your agency leads or has a part in: those of your own committee, and of other committees what their agreements with your agency let you see today. Null when you act for no agency. What is read of another committee is noted for it.',
  })
  async agencyActions(
    @Ctx() ctx: Context,
    @Args(() => agencyActions.Args) request: PageRequest,
  ): Promise<Connection<AgencyAction> | null> {
    if ((await ctx.store.agencyOfActor()) === null) return null;
    const page = await ctx.store.page(agencyActions, request);
    ctx.sharedReading.note(page.rows.map(({ row }) => row.agreementId));
    return toConnection(page);
  }
}

/** The texts of the committee's own actions come from where all of them do; those of others stand in the row. */
@Resolver(() => AgencyAction)
export class AgencyActionFields {
  @FieldResolver(() => Boolean, { description: 'Whether it is an action of your own committee.' })
  isOwn(@Root() { ownActionId }: AgencyAction): boolean {
    return ownActionId !== null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is approved, not yet done, and past the due date in force.' })
  isOverdue(@Root() action: AgencyAction, @Ctx() { today }: Context): boolean {
    return isOverdue(action, today);
  }

  @FieldResolver(() => Action, { nullable: true, description: 'The action itself, when it is your own committee’s.' })
  action(@Root() { ownActionId }: AgencyAction, @Ctx() { store }: Context): Promise<Action | null> | null {
    return ownActionId === null ? null : store.find(Action, ownActionId);
  }

  @FieldResolver(() => SharingAgreement, {
    nullable: true,
    description: 'The agreement under which another committee shows it; null for your own committee’s.',
  })
  agreement(@Root() { agreementId }: AgencyAction, @Ctx() { store }: Context): Promise<SharingAgreement | null> | null {
    return agreementId === null ? null : store.find(SharingAgreement, agreementId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What is to be done; null where titles are not shared.' })
  async title(@Root() { ownActionId, title }: AgencyAction, @Ctx() { store }: Context): Promise<string | null> {
    return ownActionId ? ((await store.find(Action, ownActionId))?.title ?? null) : title;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What your agency’s own part is; null where it has none, or titles are not shared.',
  })
  async contribution(@Root() { ownActionId, contribution }: AgencyAction, @Ctx() { store }: Context): Promise<string | null> {
    if (!ownActionId) return contribution;
    const agencyId = await store.agencyOfActor();
    const all = await store.children(Contribution, 'actionId', ownActionId);
    return all.find((each) => each.agencyId === agencyId)?.part ?? null;
  }

  @FieldResolver(() => [AgencyMilestone], { description: 'Its milestones; none where they are not shared.' })
  milestones(
    @Root() { ownActionId, milestones }: AgencyAction,
    @Ctx() { store }: Context,
  ): readonly SharedMilestone[] | Promise<readonly SharedMilestone[]> {
    return ownActionId ? store.children(Milestone, 'actionId', ownActionId, ['position']) : milestones;
  }
}
