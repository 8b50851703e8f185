import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { mayDo } from '../access/permit';
import type { Role } from '../access/roles';
import { Context } from '../api/context';
import { Committee } from '../committees/committee.entity';
import { Member } from './member.entity';
import { RoleEnum } from './member.enums';
import { ServiceAccount } from './serviceAccount.entity';

@ObjectType({ description: 'Who you are to this service.' })
export class Viewer {
  @Field(() => Committee, { description: 'The committee you act for.' })
  committee!: Committee;

  @Field(() => RoleEnum, { description: 'What you may do here.' })
  role!: Role;

  @Field(() => Member, { nullable: true, description: 'Your membership, when you are a person.' })
  member!: Member | null;

  @Field(() => ServiceAccount, { nullable: true, description: 'The service account, when you are a program.' })
  serviceAccount!: ServiceAccount | null;

  @Field({
    description: 'Whether your role may use a mutation at all. A rule can still refuse a particular case.',
    deprecationReason: 'Ask may, which takes the thing as well and says why not.',
  })
  can(
    @Arg('verb', { description: 'The name of a mutation, for example approveAction.' }) verb: string,
    @Ctx() ctx: Context,
  ): boolean {
    return mayDo(ctx.policy[verb], ctx.actor);
  }
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who you are, for which committee, and what you may do.' })
  async viewer(@Ctx() ctx: Context): Promise<Viewer> {
    const { actor, store } = ctx;
    const [committee, member, serviceAccount] = await Promise.all([
      store.find(Committee, actor.committeeId),
      actor.kind === 'PERSON' ? store.find(Member, actor.id) : null,
      actor.kind === 'SERVICE_ACCOUNT' ? store.find(ServiceAccount, actor.id) : null,
    ]);
    if (!committee) throw new Error('The actor’s committee is gone.');
    return Object.assign(new Viewer(), { committee, role: actor.role, member, serviceAccount });
  }
}
