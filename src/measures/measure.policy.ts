import { becomes, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import type { ChartMark } from './chartMark.entity';
import type { DataPoint } from './dataPoint.entity';
import { dataPointMoves } from './dataPoint.rules';
import type { Measure } from './measure.entity';
import { measureMoves } from './measure.rules';

const checkers: readonly Role[] = ['DATA_ANALYST', 'LEAD_OFFICER'];
const collectors: readonly Role[] = [...checkers, 'IMPROVEMENT_ADVISER'];

const isCollected = state<Measure>(
  'measure.retired',
  ({ status }) => status !== 'RETIRED',
  'This measure is no longer collected.',
);

export const measurePolicy = {
  defineMeasure: may(collectors),
  activateMeasure: may(collectors, becomes(measureMoves, 'measure', 'ACTIVE')),
  redefineMeasure: may(collectors, isCollected),
  retireMeasure: may(checkers, becomes(measureMoves, 'measure', 'RETIRED')),
  chooseChart: may(collectors),
  markChart: may(collectors),
  recordDataPoint: may(collectors, isCollected),
  recordDataPoints: may(collectors, isCollected),
} satisfies Permissions<Measure>;

/** Advisers record what they count; that it was checked against its source says the analyst. */
export const dataPointPolicy = {
  validateDataPoints: may(checkers, becomes(dataPointMoves, 'dataPoint', 'VALIDATED')),
  reviseDataPoint: may(collectors, becomes(dataPointMoves, 'dataPoint', 'REVISED')),
} satisfies Permissions<DataPoint>;

const stands = state<ChartMark>(
  'chartMark.withdrawn',
  ({ withdrawnAt }) => withdrawnAt === null,
  'This mark was withdrawn already.',
);

export const chartMarkPolicy = { withdrawChartMark: may(collectors, stands) } satisfies Permissions<ChartMark>;
