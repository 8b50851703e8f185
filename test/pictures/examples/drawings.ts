import type { ChartPicture, PictureSize } from '../../../src/pictures/chartPicture';
import { coreGroups, coreGroupsInPhases, firstSixMonths } from './coreGroups';
import { dailyCalls, empty, gapsAndExclusions, longAndExtreme, manyCycles, waitingDays, withoutDates } from './otherSeries';

export interface Drawing {
  readonly picture: ChartPicture;
  readonly size?: PictureSize;
}

const narrow: PictureSize = { width: 300, height: 340 };

/** By name of file: compared byte for byte in tests. */
export const drawings: Readonly<Record<string, Drawing>> = {
  'core-groups': { picture: coreGroups },
  'core-groups-narrow': { picture: coreGroups, size: narrow },
  phases: { picture: coreGroupsInPhases },
  'six-points': { picture: firstSixMonths },
  'run-chart-shift': { picture: waitingDays },
  daily: { picture: dailyCalls },
  'daily-narrow': { picture: dailyCalls, size: narrow },
  gaps: { picture: gapsAndExclusions },
  'many-cycles': { picture: manyCycles, size: { width: 800, height: 480 } },
  'many-cycles-narrow': { picture: manyCycles, size: { width: 300, height: 320 } },
  'long-and-extreme': { picture: longAndExtreme },
  'long-and-extreme-narrow': { picture: longAndExtreme, size: narrow },
  'without-dates': { picture: withoutDates },
  empty: { picture: empty },
};

/** Shown in the README. */
export const published: Readonly<Record<string, Drawing>> = {
  'core-groups': { picture: coreGroups },
  'waiting-days': { picture: waitingDays },
  'core-groups-narrow': { picture: coreGroups, size: narrow },
};
