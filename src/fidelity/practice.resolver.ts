import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { Member } from '../members/member.entity';
import { PracticeSharing } from '../members/practiceSharing.entity';
import { Calibration, shownCalibration } from './calibration.type';
import { FidelityProfile } from './fidelity.type';
import { judgedPractice } from './judged.reading';
import { sentenceOf, sharingsOf, withheldOf } from './practice.reading';
import { Practice } from './practice.type';
import { calibrationOf } from './profile.rules';
import { shownProfile } from './shownProfile';

@Resolver(() => Member)
export class PracticeOfMember {
  @FieldResolver(() => Practice, {
    description: 'How the cycles this member leads keep to the method. For the member, and those they share it with.',
  })
  async practice(@Root() member: Member, @Ctx() ctx: Context): Promise<Practice> {
    const reason = await withheldOf(ctx, member.id);
    return { isWithheld: reason !== null, withheldBecause: sentenceOf(reason), member };
  }
}

@Resolver(() => Practice)
export class PracticeFields {
  @FieldResolver(() => FidelityProfile, { nullable: true, description: 'The profile of these cycles; null when withheld.' })
  async fidelity(@Root() { isWithheld, member }: Practice, @Ctx() ctx: Context): Promise<FidelityProfile | null> {
    return isWithheld ? null : shownProfile(await judgedPractice(ctx.store, member));
  }

  @FieldResolver(() => Calibration, {
    nullable: true,
    description: 'How well their predictions come true; null when withheld.',
  })
  async calibration(@Root() { isWithheld, member }: Practice, @Ctx() ctx: Context): Promise<Calibration | null> {
    return isWithheld ? null : shownCalibration(calibrationOf((await judgedPractice(ctx.store, member)).scope));
  }

  @FieldResolver(() => [PracticeSharing], {
    nullable: true,
    description: 'With whom it is shared, those withdrawn included; null for anyone but the member.',
  })
  async sharings(@Root() { member }: Practice, @Ctx() ctx: Context): Promise<PracticeSharing[] | null> {
    const { kind, id } = ctx.actor;
    return kind === 'PERSON' && id === member.id ? sharingsOf(ctx, member.id) : null;
  }
}
