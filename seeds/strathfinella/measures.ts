import { recordDataPoints, validateDataPoints } from '../../src/measures/dataPoint.service';
import type { DefineMeasureInput } from '../../src/measures/measure.input';
import { defineMeasure } from '../../src/measures/measure.service';
import type { Scribe } from '../scribe';

const ANALYST = 'DATA_ANALYST';
const FIRST_MONTH = 2024 * 12;

export interface CoreGroupMeasures {
  readonly inTime: string;
  readonly invited: string;
  readonly minutes: string;
}

/** An outcome, a process and a balancing measure, each for monthly figures from January 2024. */
export async function measureCoreGroups(scribe: Scribe, aimId: string): Promise<CoreGroupMeasures> {
  return {
    inTime: await defined(scribe, { ...inTime, aimId }),
    invited: await defined(scribe, { ...invited, aimId }),
    minutes: await defined(scribe, { ...minutes, aimId }),
  };
}

export async function recordCoreGroups(scribe: Scribe, measures: CoreGroupMeasures): Promise<void> {
  await recorded(scribe, measures.inTime, inTimeFigures);
  await recorded(scribe, measures.invited, invitedFigures);
  await recorded(scribe, measures.minutes, minutesFigures);
}

type Figure = readonly [numerator: number, denominator: number] | null;

/** Defines a measure and records its months; a month without a figure is recorded as missing. @returns its global id */
export async function measure(scribe: Scribe, definition: DefineMeasureInput, figures: readonly Figure[]): Promise<string> {
  const measureId = await defined(scribe, definition);
  await recorded(scribe, measureId, figures);
  return measureId;
}

const defined = async (scribe: Scribe, definition: DefineMeasureInput): Promise<string> =>
  (await scribe.say(ANALYST, '2025-01-14', defineMeasure, { ...definition, activate: true })).measure.globalId;

async function recorded(scribe: Scribe, measureId: string, figures: readonly Figure[]): Promise<void> {
  const points = figures.map((figure, index) => ({ ...monthOf(index), ...(figure ? counted(figure) : notCollected) }));
  const { dataPoints } = await scribe.say(ANALYST, '2026-11-10', recordDataPoints, { measureId, points });
  const checked = dataPoints.slice(0, -3).map(({ globalId, version }) => ({ id: globalId, version }));
  await scribe.say(ANALYST, '2026-11-12', validateDataPoints, { points: checked });
}

const counted = ([numerator, denominator]: readonly [number, number]) => ({ numerator, denominator });
const notCollected = { isMissing: true, missingReason: 'The register was being moved to a new system' };

function monthOf(index: number): { periodStartsOn: string; periodEndsOn: string } {
  const month = FIRST_MONTH + index;
  const day = (offset: number, date: number) =>
    new Date(Date.UTC(Math.floor(month / 12), (month % 12) + offset, date)).toISOString().slice(0, 10);
  return { periodStartsOn: day(0, 1), periodEndsOn: day(1, 0) };
}

const inTime: DefineMeasureInput = {
  name: 'Initial core groups within 15 working days',
  kind: 'OUTCOME',
  definition: {
    effectiveOn: '2024-01-01',
    statement:
      'Of the planning meetings of the month that put a name on the register, those whose core group met within 15 working days.',
    calculation: 'PERCENTAGE',
    numeratorDefinition: 'Initial core groups that met within 15 working days',
    denominatorDefinition: 'Planning meetings that led to registration',
    unit: '%',
    directionOfGood: 'HIGHER',
    goalValue: 90,
    goalOn: '2027-03-31',
    dataSource: 'Child protection register',
    frequency: 'MONTHLY',
    collector: 'Data analyst',
    baselineNote: 'January to December 2024, median 62 %',
  },
};

const invited: DefineMeasureInput = {
  name: 'Core group invitations sent within two days',
  kind: 'PROCESS',
  definition: {
    effectiveOn: '2024-01-01',
    statement:
      'Of the core groups of the month, those whose invitation went out within two working days of the planning meeting.',
    calculation: 'PERCENTAGE',
    numeratorDefinition: 'Invitations sent within two working days',
    denominatorDefinition: 'Core groups',
    unit: '%',
    directionOfGood: 'HIGHER',
    goalValue: 95,
    frequency: 'MONTHLY',
    collector: 'Business support',
  },
};

const minutes: DefineMeasureInput = {
  name: 'Planning meeting minutes overdue',
  kind: 'BALANCING',
  definition: {
    effectiveOn: '2024-01-01',
    statement: 'Of the planning meetings of the month, those whose minutes went out after ten working days.',
    calculation: 'PERCENTAGE',
    numeratorDefinition: 'Minutes sent after ten working days',
    denominatorDefinition: 'Planning meetings',
    unit: '%',
    directionOfGood: 'LOWER',
    frequency: 'MONTHLY',
    collector: 'Business support',
  },
};

/* Invented figures: about 62 % in 2024, rising as the tests go wider. */
const inTimeFigures: readonly Figure[] = [
  ...([
    [8, 13],
    [9, 15],
    [7, 12],
    [10, 15],
    [9, 14],
    [8, 13],
    [6, 11],
    [8, 12],
    [10, 16],
    [9, 14],
    [8, 13],
    [7, 11],
  ] as const),
  ...([[9, 14], [8, 13], [10, 15], [9, 13], [11, 15], [10, 14], null, [9, 12], [12, 15], [11, 14], [12, 15], [9, 12]] as const),
  ...([
    [11, 14],
    [12, 15],
    [13, 15],
    [12, 14],
    [13, 15],
    [14, 16],
    [10, 12],
    [12, 13],
    [13, 15],
    [14, 15],
  ] as const),
];
const invitedFigures: readonly Figure[] = [
  ...([
    [5, 13],
    [6, 15],
    [5, 12],
    [7, 15],
    [6, 14],
    [5, 13],
    [4, 11],
    [6, 12],
    [7, 16],
    [6, 14],
    [5, 13],
    [5, 11],
  ] as const),
  ...([[6, 14], [7, 13], [9, 15], [9, 13], [11, 15], [11, 14], null, [10, 12], [13, 15], [12, 14], [13, 15], [10, 12]] as const),
  ...([
    [12, 14],
    [14, 15],
    [14, 15],
    [13, 14],
    [14, 15],
    [15, 16],
    [11, 12],
    [12, 13],
    [14, 15],
    [14, 15],
  ] as const),
];
const minutesFigures: readonly Figure[] = [
  ...([
    [3, 13],
    [2, 15],
    [3, 12],
    [3, 15],
    [2, 14],
    [3, 13],
    [2, 11],
    [3, 12],
    [4, 16],
    [2, 14],
    [3, 13],
    [2, 11],
  ] as const),
  ...([[3, 14], [2, 13], [3, 15], [3, 13], [2, 15], [3, 14], null, [2, 12], [3, 15], [2, 14], [3, 15], [2, 12]] as const),
  ...([
    [3, 14],
    [2, 15],
    [3, 15],
    [2, 14],
    [3, 15],
    [3, 16],
    [2, 12],
    [2, 13],
    [3, 15],
    [2, 15],
  ] as const),
];
