import type { ChartPicture } from '../../../src/pictures/chartPicture';
import { analysedPicture, chance, days, months } from './analysedPicture';

const waits = [21, 24, 19, 26, 22, 20, 25, 23, 18, 22, 24, 21, 19, 22, 17, 15, 16, 14, 15, 13, 16, 14, 12, 15];

/** A run chart where lower is better, with a shift. */
export const waitingDays: ChartPicture = analysedPicture(
  {
    id: 'waiting-days',
    title: 'Days from referral to inter-agency referral discussion being recorded',
    summary: 'Improvement: since Mar 2026 every month lies below the median of 22 days, a shift.',
    unit: 'days',
    betterIs: 'LOWER',
    cycles: [{ label: '2a', title: 'One shared record of the discussion', from: '2026-02-02', to: '2026-03-20' }],
    notes: [],
  },
  {
    points: months('2025-01', 24).map((period, index) => ({ period, value: waits[index] ?? null })),
    options: { kind: 'RUN', ruleSet: 'IHI_RUN_CHART', improvementDirection: 'DECREASE', freezeAfter: 12, target: 14 },
  },
);

const random = chance(11);

/** Four months of days, as an individuals chart with signals both ways. */
export const dailyCalls: ChartPicture = analysedPicture(
  {
    id: 'daily-calls',
    title: 'Calls to the duty team a day',
    summary:
      'Concern in early August, when calls lay above their centre and once above the limit; improvement at the end of August.',
    unit: 'calls',
    betterIs: 'LOWER',
    cycles: [],
    notes: [],
  },
  {
    points: days('2026-05-04', 120).map((period, index) => ({
      period,
      value: Math.round(18 + (random() + random() + random() - 1.5) * 9 + (index > 85 ? 6 : 0) + (index > 108 ? -12 : 0)),
    })),
    options: { kind: 'I', ruleSet: 'SHEWHART', improvementDirection: 'DECREASE', freezeAfter: 60 },
  },
);

/** Months without figures, months left out, and figures that are not final. */
export const gapsAndExclusions: ChartPicture = analysedPicture(
  {
    id: 'gaps',
    title: 'Children on the register for more than two years',
    summary: 'No signal: the number varies around 9 as it has always done; three months have no figure and one is left out.',
    unit: 'children',
    betterIs: 'LOWER',
    cycles: [],
    notes: [],
  },
  {
    points: months('2025-04', 18).map((period, index) => ({
      period,
      value:
        index === 6 || index === 7 || index === 12
          ? null
          : ([8, 10, 9, 11, 7, 9, 0, 0, 8, 23, 10, 9, 0, 8, 9, 11, 10, 8][index] ?? null),
    })),
    options: {
      kind: 'C',
      ruleSet: 'SHEWHART',
      improvementDirection: 'DECREASE',
      excluded: [{ period: '2026-01-01', reason: 'Counted twice in one team' }],
    },
    provisional: ['2026-08-01', '2026-09-01'],
    missing: 'Not sent by the board',
  },
);

/** More cycles than there is room for, some at the same time. */
export const manyCycles: ChartPicture = {
  ...waitingDays,
  id: 'many-cycles',
  title: 'Days to the discussion, with every cycle of three ramps',
  cycles: [
    { label: '1a', title: 'Telephone list', from: '2024-11-04', to: '2025-01-24' },
    { label: '1b', title: 'Telephone list with deputies', from: '2025-02-03', to: '2025-05-30' },
    { label: '2a', title: 'Shared record', from: '2025-03-10', to: '2025-03-21' },
    { label: '2b', title: 'Shared record in the evening', from: '2025-03-17', to: '2025-08-29' },
    { label: '2c', title: 'Shared record at weekends', from: '2025-04-07', to: '2026-01-16' },
    { label: '3a', title: 'Health joins by video', from: '2025-04-14', to: '2025-11-28' },
    { label: '3b', title: 'Police joins by video', from: '2025-04-21', to: '2025-12-19' },
    { label: '3c', title: 'All by video', from: '2025-05-12', to: '2026-02-27' },
    { label: '4a', title: 'One discussion a day', from: '2026-06-01', to: null },
    { label: '4b', title: 'Two discussions a day', from: '2026-11-16', to: null },
  ],
  notes: [
    { on: '2025-03-01', text: 'New form' },
    { on: '2025-03-15', text: 'New form withdrawn' },
    { on: '2025-03-20', text: 'Old form again' },
    { on: '2026-01-05', text: 'National guidance revised' },
    { on: '2027-06-01', text: 'Beyond the last figure' },
  ],
};

const long = 'Unaccompanied asylum-seeking children and young people whose age was assessed within 28 days of arrival';

/** Names longer than any picture, and values from a billionth to a billion. */
export const longAndExtreme: ChartPicture = analysedPicture(
  {
    id: 'long-and-extreme',
    title: `${long}, ${long.toLowerCase()}, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-and-Donaudampfschifffahrtsgesellschaft`,
    summary: `${long}: no signal.`,
    unit: 'pounds a child, adjusted for inflation and weighted by deprivation of the datazone of residence in the year before',
    betterIs: 'NEITHER',
    cycles: [{ label: 'cycle with a very long label indeed', title: long, from: '2026-02-01', to: '2026-02-10' }],
    notes: [{ on: '2026-02-20', text: long }],
    source: `${long}. ${long}.`,
  },
  {
    points: months('2026-01', 12).map((period, index) => ({
      period,
      value: index === 7 ? 1.4e12 : index === 3 ? -2e11 : 1e-9 * index,
    })),
    options: { kind: 'I', ruleSet: 'SHEWHART', improvementDirection: 'NEUTRAL' },
  },
);

const areas = [
  'Strathfinella North',
  'Strathfinella South and the Islands',
  'Glen Orrin',
  'Port Ardle',
  'Kirkmuir and Ballandro',
  'West',
  'Inverlochtie',
];

/** Areas in place of dates. */
export const withoutDates: ChartPicture = analysedPicture(
  {
    id: 'areas',
    title: 'Staff who felt heard at the last conference, by area',
    summary: 'No area differs from the others by more than chance would explain.',
    unit: '%',
    betterIs: 'HIGHER',
    cycles: [],
    notes: [{ on: 'Glen Orrin', text: 'Asked on paper' }],
    hasDates: false,
  },
  {
    points: areas.map((period, index) => ({
      period,
      numerator: [41, 18, 25, 30, 22, 9, 33][index] ?? 0,
      denominator: [48, 22, 37, 35, 30, 10, 41][index] ?? 1,
    })),
    options: { kind: 'P', ruleSet: 'SHEWHART', multiplier: 100, improvementDirection: 'INCREASE' },
  },
);

export const empty: ChartPicture = {
  ...waitingDays,
  id: 'empty',
  points: [],
  phases: [],
  cycles: [],
  target: null,
  summary: 'There are no figures yet.',
};
