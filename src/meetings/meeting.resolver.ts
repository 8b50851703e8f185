import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { fromGlobalId } from '../kernel/globalId';
import { Meeting } from './meeting.entity';
import { nextMeetingAfter, nextPlannedMeeting, previousMeeting } from './meeting.reading';
import { SincePrevious } from './meeting.type';

@Resolver(() => Meeting)
export class MeetingFields {
  @Query(() => Meeting, { nullable: true, description: 'The meeting to be held next: of the committee, or of a subgroup.' })
  nextMeeting(
    @Ctx() { store }: Context,
    @Arg('subgroupId', () => ID, { nullable: true, description: 'The subgroup; the committee itself when not given.' })
    subgroupId?: string | null,
  ): Promise<Meeting | null> {
    if (subgroupId == null) return nextPlannedMeeting(store, null);
    const id = fromGlobalId(subgroupId)?.id;
    return id === undefined ? Promise.resolve(null) : nextPlannedMeeting(store, id);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: 'The next meeting of the same body that was not cancelled.' })
  next(@Root() meeting: Meeting, @Ctx() { store }: Context): Promise<Meeting | null> {
    return nextMeetingAfter(store, meeting);
  }

  @FieldResolver(() => SincePrevious, {
    description: 'The time since the last meeting of the same body, for what changed in it.',
  })
  async sincePrevious(@Root() meeting: Meeting, @Ctx() { store }: Context): Promise<SincePrevious> {
    const previous = await previousMeeting(store, meeting);
    return { previous, fromMoment: previous?.heldAt ?? null, toMoment: meeting.heldAt };
  }
}
