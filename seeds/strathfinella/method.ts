import type { Aim } from '../../src/aims/aim.entity';
import { Driver } from '../../src/aims/driver.entity';
import { reviseDriver } from '../../src/aims/driver.service';
import { assessProgress } from '../../src/aims/progress.service';
import { logPdsaCycle } from '../../src/cycles/cycleLog.service';
import { startRamp } from '../../src/cycles/ramp.service';
import type { Scribe } from '../scribe';

const ADVISER = 'IMPROVEMENT_ADVISER';

const assessments = [
  { assessedOn: '2025-03-31', score: 2, note: 'Baseline measured; the first chair is testing.' },
  { assessedOn: '2025-12-15', score: 3, note: 'Three tests, each larger; the measure begins to move.' },
  { assessedOn: '2026-07-15', score: 4, note: 'In use everywhere; the aim is more than half reached.' },
] as const;

/** What the adviser does besides the ramps: learns to say the theory better, says how far it has come, and logs a small test late. */
export async function keepToTheMethod(scribe: Scribe, aim: Aim, diaryHoldId: string): Promise<void> {
  for (const said of assessments) await scribe.say(ADVISER, said.assessedOn, assessProgress, { aimId: aim.globalId, ...said });
  const drivers = await scribe.read((store) => store.children(Driver, 'aimId', aim.id, ['kind', 'position']));
  const attendance = drivers.at(-1);
  if (!attendance) throw new Error('The aim has no drivers.');
  await scribe.say(ADVISER, '2025-07-01', reviseDriver, {
    ...{ id: attendance.globalId, version: attendance.version },
    statement: 'People have agreed to the date, not only been told it',
    reason: 'The second test showed that a date people were only told is given up first.',
  });
  const { ramp } = await scribe.say(ADVISER, '2026-10-20', startRamp, {
    changeIdeaId: diaryHoldId,
    title: 'Keeping the date in mind',
  });
  await scribe.say(ADVISER, '2026-10-20', logPdsaCycle, {
    ...{ rampId: ramp.globalId, objective: 'See whether a text the day before helps people to keep the date.' },
    ...{
      size: { scale: 'VERY_SMALL', childrenOrEpisodes: 2, staff: 6, teams: 1, sites: 1 },
      startedOn: '2026-10-12',
      endedOn: '2026-10-16',
    },
    ...{ observed: 'Five of six came; the sixth had left the service.', noneUnexpected: true, carriedOutAsPlanned: true },
    learning: 'The text costs nothing, but the list of numbers has to be kept.',
  });
}
