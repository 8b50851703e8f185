import { improvementOf } from '../../src/actions/improvement.rules';
import type { Closure, MeasureEvidence } from '../../src/actions/improvementFacts.rules';
import type { SignalKind } from '../../src/measures/chart.enums';
import type { MeasureKind } from '../../src/measures/measure.enums';

const measure = (kind: MeasureKind, state: SignalKind, facts: Partial<MeasureEvidence> = {}): MeasureEvidence => ({
  measureId: `${kind} ${state}`,
  name: 'Core groups in time',
  ...{ kind, state, sentence: 'Something.', signalFrom: '2025-01-01' },
  ...{ lastPeriodEnd: '2026-06-30', silentFrom: '2026-09-01', isRetired: false, ...facts },
});

const open: Closure = { closedOn: null, sustainMonths: 12 };
const closed: Closure = { closedOn: '2025-06-15', sustainMonths: 12 };
const today = '2026-07-10';
const verdict = (measures: readonly MeasureEvidence[], closure = open, day = today) => improvementOf(measures, closure, day);

test.each<[string, MeasureEvidence[], string, string[]]>([
  ['no measure', [], 'NO_MEASURE', ['NO_MEASURE']],
  ['a balancing measure alone', [measure('BALANCING', 'BETTER')], 'NO_MEASURE', ['NO_MEASURE']],
  ['a balancing measure alone, and worse', [measure('BALANCING', 'WORSE')], 'NO_MEASURE', ['NO_MEASURE', 'BALANCING_WORSE']],
  ['retired before closure', [measure('OUTCOME', 'WORSE', { isRetired: true })], 'INSUFFICIENT_DATA', ['MEASURE_RETIRED']],
  [
    'a retired one beside one that improves',
    [measure('OUTCOME', 'WORSE', { isRetired: true }), measure('PROCESS', 'BETTER')],
    'IMPROVING',
    ['MEASURE_RETIRED', 'SIGNAL_BETTER', 'NOT_CLOSED'],
  ],
  ['too few figures', [measure('OUTCOME', 'INSUFFICIENT')], 'INSUFFICIENT_DATA', ['TOO_FEW_FIGURES']],
  [
    'one with too few figures, one without a signal',
    [measure('OUTCOME', 'INSUFFICIENT'), measure('PROCESS', 'NO_SIGNAL')],
    'NO_SIGNAL',
    ['TOO_FEW_FIGURES', 'NO_SIGNAL'],
  ],
  ['no signal', [measure('PROCESS', 'NO_SIGNAL')], 'NO_SIGNAL', ['NO_SIGNAL']],
  ['a change where neither way is better', [measure('PROCESS', 'CHANGED')], 'NO_SIGNAL', ['NO_DIRECTION']],
  ['better', [measure('PROCESS', 'BETTER')], 'IMPROVING', ['SIGNAL_BETTER', 'NOT_CLOSED']],
  [
    'better, and one with too few figures',
    [measure('OUTCOME', 'INSUFFICIENT'), measure('PROCESS', 'BETTER')],
    'IMPROVING',
    ['TOO_FEW_FIGURES', 'SIGNAL_BETTER', 'NOT_CLOSED'],
  ],
  ['worse', [measure('OUTCOME', 'WORSE')], 'DETERIORATING', ['SIGNAL_WORSE']],
  [
    'one better and one worse: the worse decides',
    [measure('OUTCOME', 'BETTER'), measure('PROCESS', 'WORSE')],
    'DETERIORATING',
    ['SIGNAL_BETTER', 'SIGNAL_WORSE'],
  ],
  [
    'better, held back by a balancing measure',
    [measure('OUTCOME', 'BETTER'), measure('BALANCING', 'WORSE')],
    'NO_SIGNAL',
    ['SIGNAL_BETTER', 'BALANCING_WORSE'],
  ],
  [
    'better, with a balancing measure that is steady',
    [measure('OUTCOME', 'BETTER'), measure('BALANCING', 'NO_SIGNAL')],
    'IMPROVING',
    ['SIGNAL_BETTER', 'NOT_CLOSED'],
  ],
])('%s', (_, measures, status, codes) => {
  const found = verdict(measures);
  expect([found.status, found.reasons.map(({ code }) => code)]).toEqual([status, codes]);
});

test('a balancing measure that gets worse holds nothing back where nothing gets better', () => {
  const { reasons } = verdict([measure('OUTCOME', 'NO_SIGNAL'), measure('BALANCING', 'WORSE', { name: 'Minutes overdue' })]);
  expect(reasons[1]?.sentence).toBe('Minutes overdue, a balancing measure, gets worse: Something.');
});

test('what a silent measure says is dated', () => {
  const { reasons } = verdict([measure('OUTCOME', 'BETTER', { lastPeriodEnd: '2025-12-31', silentFrom: '2026-03-01' })]);
  expect(reasons[0]?.sentence).toBe(
    'Core groups in time: Something. It has fallen silent; its last figure is of the period to 31 December 2025.',
  );
});

test('a balancing measure that holds back says so, by name', () => {
  const { reasons } = verdict([measure('OUTCOME', 'BETTER'), measure('BALANCING', 'WORSE', { name: 'Minutes overdue' })]);
  expect(reasons[1]?.sentence).toBe('Minutes overdue, a balancing measure, gets worse, which holds back IMPROVING: Something.');
});

describe('after closure on 15 June 2025, for twelve months', () => {
  test.each<[string, Partial<MeasureEvidence>, string, string, string, string]>([
    [
      'within the period',
      { lastPeriodEnd: '2026-05-31', silentFrom: '2026-07-31' },
      '2026-06-10',
      'IMPROVING',
      'WATCHING',
      'HOLDING',
    ],
    [
      'on its last day without figures up to it',
      { lastPeriodEnd: '2026-05-31', silentFrom: '2026-07-31' },
      '2026-06-15',
      'IMPROVING',
      'WATCHING',
      'HOLDING',
    ],
    ['over, with figures beyond its end', { lastPeriodEnd: '2026-06-30' }, '2026-07-10', 'SUSTAINED', 'HELD', 'HELD'],
    ['over, with figures exactly to its end', { lastPeriodEnd: '2026-06-15' }, '2026-07-10', 'SUSTAINED', 'HELD', 'HELD'],
    [
      'a measure that fell silent',
      { lastPeriodEnd: '2025-12-31', silentFrom: '2026-02-28' },
      '2026-07-10',
      'IMPROVING',
      'STOPPED',
      'MEASURE_STOPPED',
    ],
    [
      'a measure that was retired',
      { lastPeriodEnd: '2026-05-31', isRetired: true },
      '2026-06-10',
      'IMPROVING',
      'STOPPED',
      'MEASURE_STOPPED',
    ],
    [
      'a retired measure that had lasted long enough',
      { lastPeriodEnd: '2026-06-30', isRetired: true },
      '2026-07-10',
      'SUSTAINED',
      'HELD',
      'HELD',
    ],
  ])('%s', (_, facts, day, status, watch, code) => {
    const found = verdict([measure('OUTCOME', 'BETTER', facts)], closed, day);
    expect([found.status, found.watch?.state, found.reasons.at(-1)?.code]).toEqual([status, watch, code]);
    expect(found.watch).toMatchObject({ closedOn: '2025-06-15', untilOn: '2026-06-15' });
  });

  test('an improvement that began after closure has to hold for the period from its beginning', () => {
    const late = measure('OUTCOME', 'BETTER', { signalFrom: '2026-01-01', lastPeriodEnd: '2026-06-30' });
    expect(verdict([late], closed)).toMatchObject({ status: 'IMPROVING', watch: { state: 'WATCHING' } });
    const held = { ...late, lastPeriodEnd: '2027-01-31', silentFrom: '2027-04-01' };
    const found = verdict([held], closed, '2027-02-10');
    expect([found.status, found.reasons.at(-1)?.sentence]).toEqual([
      'SUSTAINED',
      'It has held from its beginning on 1 January 2026, after closure, to 1 January 2027.',
    ]);
  });

  test('a balancing measure that stopped leaves it open whether harm was done', () => {
    const silent = measure('BALANCING', 'NO_SIGNAL', {
      measureId: 'silent',
      lastPeriodEnd: '2025-12-31',
      silentFrom: '2026-03-01',
    });
    expect(verdict([measure('OUTCOME', 'BETTER'), silent], closed)).toMatchObject({
      status: 'IMPROVING',
      watch: { state: 'STOPPED', stoppedMeasureIds: ['silent'] },
    });
  });

  test('no lasting improvement, or a worsening, is not held', () => {
    expect(verdict([measure('OUTCOME', 'NO_SIGNAL')], closed).watch?.state).toBe('NOT_HELD');
    expect(verdict([measure('OUTCOME', 'WORSE')], closed, '2026-01-10').watch?.state).toBe('NOT_HELD');
    expect(verdict([measure('OUTCOME', 'NO_SIGNAL', { lastPeriodEnd: '2026-05-31' })], closed, '2026-01-10').watch?.state).toBe(
      'WATCHING',
    );
  });

  test('the watch names the measures that stopped, and only those', () => {
    const stopped = measure('OUTCOME', 'BETTER', { measureId: 'stopped', lastPeriodEnd: '2025-12-31', silentFrom: '2026-02-28' });
    expect(verdict([stopped, measure('PROCESS', 'BETTER')], closed).watch?.stoppedMeasureIds).toEqual(['stopped']);
  });

  test('a longer agreed period takes longer', () => {
    expect(verdict([measure('OUTCOME', 'BETTER')], { ...closed, sustainMonths: 13 }).status).toBe('IMPROVING');
  });
});
