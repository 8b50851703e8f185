import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Aim } from '../aims/aim.entity';
import { Context } from '../api/context';
import { Committee } from '../committees/committee.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import { Calibration, shownCalibration } from './calibration.type';
import { FidelityCriterion, FidelityLeftOut, FidelityProfile, RampDayCount } from './fidelity.type';
import { judgedAim, judgedCommittee, judgedCycle, judgedRamp } from './judged.reading';
import { calibrationOf } from './profile.rules';
import { leftOutSentences } from './ratio.rules';
import { shownProfile } from './shownProfile';

const CALIBRATION = 'How well the predictions of these cycles come true, and how sure people were of them.';

@Resolver(() => PdsaCycle)
export class CycleFidelity {
  @FieldResolver(() => FidelityProfile, { description: 'How far it keeps to the method; its ramp is judged whole.' })
  async fidelity(@Root() cycle: PdsaCycle, @Ctx() ctx: Context): Promise<FidelityProfile> {
    return shownProfile(await judgedCycle(ctx.store, cycle));
  }
}

@Resolver(() => PdsaRamp)
export class RampFidelity {
  @FieldResolver(() => FidelityProfile, { description: 'How far its cycles keep to the method.' })
  async fidelity(@Root() ramp: PdsaRamp, @Ctx() ctx: Context): Promise<FidelityProfile> {
    return shownProfile(await judgedRamp(ctx.store, ramp));
  }

  @FieldResolver(() => Calibration, { description: CALIBRATION })
  async calibration(@Root() ramp: PdsaRamp, @Ctx() ctx: Context): Promise<Calibration> {
    return shownCalibration(calibrationOf((await judgedRamp(ctx.store, ramp)).scope));
  }
}

@Resolver(() => Aim)
export class AimFidelity {
  @FieldResolver(() => FidelityProfile, {
    description: 'How far cycles keep to the method, over the ramps of the change ideas that serve its drivers.',
  })
  async fidelity(@Root() aim: Aim, @Ctx() ctx: Context): Promise<FidelityProfile> {
    return shownProfile(await judgedAim(ctx.store, aim));
  }

  @FieldResolver(() => Calibration, { description: CALIBRATION })
  async calibration(@Root() aim: Aim, @Ctx() ctx: Context): Promise<Calibration> {
    return shownCalibration(calibrationOf((await judgedAim(ctx.store, aim)).scope));
  }
}

@Resolver(() => Committee)
export class CommitteeFidelity {
  @FieldResolver(() => FidelityProfile, {
    description: 'How far cycles keep to the method, over all its ramps. It cannot be asked for one person: see Member.practice.',
  })
  async fidelity(@Root() committee: Committee, @Ctx() ctx: Context): Promise<FidelityProfile> {
    return shownProfile(await judgedCommittee(ctx.store, committee));
  }

  @FieldResolver(() => Calibration, { description: CALIBRATION })
  async calibration(@Root() committee: Committee, @Ctx() ctx: Context): Promise<Calibration> {
    return shownCalibration(calibrationOf((await judgedCommittee(ctx.store, committee)).scope));
  }
}

@Resolver(() => FidelityCriterion)
export class LeftOutOfCriterion {
  @FieldResolver(() => [FidelityLeftOut], { description: 'The cycles or ramps that do not count towards it, with the reason.' })
  leftOut(
    @Root() { everyLeftOut, unit }: FidelityCriterion,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many from the start; leftOutCount says how many there are.' })
    first: number,
  ): FidelityLeftOut[] {
    return everyLeftOut
      .slice(0, first)
      .map(({ id, reason }) => ({ reason, sentence: leftOutSentences[reason], subjectId: id, unit }));
  }
}

@Resolver(() => FidelityLeftOut)
export class SubjectOfLeftOut {
  @FieldResolver(() => PdsaCycle, { nullable: true, description: 'The cycle; null where ramps are counted.' })
  cycle(@Root() { subjectId, unit }: FidelityLeftOut, @Ctx() ctx: Context): Promise<PdsaCycle | null> {
    return unit === 'CYCLE' ? ctx.store.find(PdsaCycle, subjectId) : Promise.resolve(null);
  }

  @FieldResolver(() => PdsaRamp, { nullable: true, description: 'The ramp; null where cycles are counted.' })
  ramp(@Root() { subjectId, unit }: FidelityLeftOut, @Ctx() ctx: Context): Promise<PdsaRamp | null> {
    return unit === 'RAMP' ? ctx.store.find(PdsaRamp, subjectId) : Promise.resolve(null);
  }
}

@Resolver(() => RampDayCount)
export class RampOfDayCount {
  @FieldResolver(() => PdsaRamp, { description: 'The ramp.' })
  ramp(@Root() { rampId }: RampDayCount, @Ctx() ctx: Context): Promise<PdsaRamp | null> {
    return ctx.store.find(PdsaRamp, rampId);
  }
}
