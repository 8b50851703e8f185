import type { ChartPicture, PictureSize } from '../../../src/pictures/chartPicture';
import { chartSvg } from '../../../src/pictures/chartSvg';
import { driverDiagramSvg } from '../../../src/pictures/driverDiagram';
import type { DriverDiagramPicture } from '../../../src/pictures/driverDiagramPicture';
import { coreGroups, coreGroupsInPhases, firstSixMonths } from './coreGroups';
import { aimAndIdeas, coreGroupDrivers, longTexts, noDrivers, tangledDrivers } from './driverDiagrams';
import { dailyCalls, empty, gapsAndExclusions, longAndExtreme, manyCycles, waitingDays, withoutDates } from './otherSeries';

/** Draws it: a picture is the same each time. */
export type Drawing = () => string;

const chart =
  (picture: ChartPicture, size?: PictureSize): Drawing =>
  () =>
    chartSvg(picture, size);

const drivers =
  (picture: DriverDiagramPicture, width?: number): Drawing =>
  () =>
    driverDiagramSvg(picture, width);

const narrow: PictureSize = { width: 300, height: 340 };

/** By name of file: compared byte for byte in tests. */
export const drawings: Readonly<Record<string, Drawing>> = {
  'core-groups': chart(coreGroups),
  'core-groups-narrow': chart(coreGroups, narrow),
  phases: chart(coreGroupsInPhases),
  'six-points': chart(firstSixMonths),
  'run-chart-shift': chart(waitingDays),
  daily: chart(dailyCalls),
  'daily-narrow': chart(dailyCalls, narrow),
  gaps: chart(gapsAndExclusions),
  'many-cycles': chart(manyCycles, { width: 800, height: 480 }),
  'many-cycles-narrow': chart(manyCycles, { width: 300, height: 320 }),
  'long-and-extreme': chart(longAndExtreme),
  'long-and-extreme-narrow': chart(longAndExtreme, narrow),
  'without-dates': chart(withoutDates),
  empty: chart(empty),
  'driver-diagram': drivers(coreGroupDrivers),
  'driver-diagram-700': drivers(coreGroupDrivers, 700),
  'driver-diagram-narrow': drivers(coreGroupDrivers, 300),
  'driver-diagram-tangled': drivers(tangledDrivers),
  'driver-diagram-long': drivers(longTexts),
  'driver-diagram-long-narrow': drivers(longTexts, 320),
  'driver-diagram-empty': drivers(noDrivers),
  'driver-diagram-empty-narrow': drivers(noDrivers, 300),
  'driver-diagram-without-drivers': drivers(aimAndIdeas),
};

/** Shown in the README. */
export const published: Readonly<Record<string, Drawing>> = {
  'core-groups': chart(coreGroups),
  'waiting-days': chart(waitingDays),
  'core-groups-narrow': chart(coreGroups, narrow),
  'core-group-drivers': drivers(coreGroupDrivers),
};
