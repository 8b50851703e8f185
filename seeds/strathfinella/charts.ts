import { chooseChart, markChart } from '../../src/measures/chart.service';
import type { Scribe } from '../scribe';
import type { CoreGroupMeasures } from './measures';

const ADVISER = 'IMPROVEMENT_ADVISER';

/** The adviser freezes the baseline before the first test, and notes what else happened. */
export async function chartCoreGroups(scribe: Scribe, { inTime, invited, minutes }: CoreGroupMeasures): Promise<void> {
  for (const id of [inTime, invited, minutes]) await freezeBaseline(scribe, id, '2024-12-31');
  await scribe.say(ADVISER, '2026-11-13', markChart, {
    measureId: inTime,
    kind: 'NOTE',
    markedOn: '2025-07-01',
    text: 'The register moved to a new system; no figure for July.',
  });
}

/** Otherwise centre and limits would be computed from the improvement as well, and what was before it would look like a concern. */
export async function freezeBaseline(scribe: Scribe, measureId: string, baselineEndOn: string): Promise<void> {
  await scribe.say(ADVISER, '2026-11-13', chooseChart, { id: measureId, version: 1, baselineEndOn });
}
