import type { Aim } from '../aims/aim.entity';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { Driver } from '../aims/driver.entity';
import { ideasOf } from '../aims/theoryLinks';
import type { Committee } from '../committees/committee.entity';
import { settingsOf } from '../committees/committeeSettings.reading';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import type { Member } from '../members/member.entity';
import type { RowReads } from '../store/rowReads';
import { standingOf } from '../store/standing';
import type { FidelitySettings } from './cycleCriteria.rules';
import type { CycleFacts } from './cycleFacts.rules';
import { scopeOf, type Scope } from './profile.rules';
import { rampFactsOf } from './rampFacts.reading';

/** What is judged, and by which settings. */
export interface Judged {
  readonly scope: Scope;
  readonly settings: FidelitySettings;
}

export async function judgedCycle(reads: RowReads, { id, rampId, committeeId }: PdsaCycle): Promise<Judged> {
  const ramp = await reads.find(PdsaRamp, rampId);
  return judged(reads, committeeId, { ramps: ramp ? [ramp] : [], isJudged: (cycle) => cycle.id === id });
}

export const judgedRamp = (reads: RowReads, ramp: PdsaRamp): Promise<Judged> =>
  judged(reads, ramp.committeeId, { ramps: [ramp] });

/** The ramps of every change idea that serves one of its drivers. */
export async function judgedAim(reads: RowReads, { id, committeeId }: Aim): Promise<Judged> {
  const drivers = await reads.children(Driver, 'aimId', id, ['kind', 'position']);
  const served = (await Promise.all(drivers.map((driver) => reads.linked(ChangeIdea, ideasOf, driver.id, ['ref'])))).flat();
  const ideaIds = [...new Set(served.map((idea) => idea.id))];
  const ramps = await Promise.all(ideaIds.map((ideaId) => reads.children(PdsaRamp, 'changeIdeaId', ideaId, ['number'])));
  return judged(reads, committeeId, { ramps: ramps.flat() });
}

export async function judgedCommittee(reads: RowReads, { id }: Committee): Promise<Judged> {
  return judged(reads, id, { ramps: await reads.children(PdsaRamp, 'committeeId', id, ['recordedAt']) });
}

/** The cycles one member leads, each beside the others of its ramp. Whoever asks must be allowed to see them. */
export async function judgedPractice(reads: RowReads, { id, committeeId }: Member): Promise<Judged> {
  const led = await reads.children(PdsaCycle, 'leadMemberId', id, ['recordedAt']);
  const rampIds = [...new Set(led.map(({ rampId }) => rampId))];
  const ramps = await Promise.all(rampIds.map((rampId) => reads.find(PdsaRamp, rampId)));
  const ids = new Set(led.map((cycle) => cycle.id));
  return judged(reads, committeeId, { ramps: ramps.flatMap((ramp) => ramp ?? []), isJudged: (cycle) => ids.has(cycle.id) });
}

interface Chosen {
  readonly ramps: readonly PdsaRamp[];
  readonly isJudged?: (cycle: CycleFacts) => boolean;
}

/** What is withheld from whoever asks is not judged: a text that they may not read would look like one that nobody wrote. */
async function judged(reads: RowReads, committeeId: string, { ramps, isJudged }: Chosen): Promise<Judged> {
  const readable = ramps.filter((ramp) => !standingOf(ramp)?.withheld);
  const [facts, agreed] = await Promise.all([rampFactsOf(reads, readable), settingsOf(reads, committeeId)]);
  return { scope: scopeOf(facts, isJudged), settings: { today: reads.today, nextCycleDays: agreed.adaptDays } };
}
