import type { LocalDate } from '../kernel/localDate';
import { ownerOf } from './change.rules';
import type { Change, ToldEvent } from './changeFacts.rules';
import { nameOf } from './packWords.rules';

export interface MeasureThatSays {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly standing: { readonly signal: string; readonly signalFromOn: LocalDate | null; readonly sentence: string };
}

const signals: readonly string[] = ['BETTER', 'WORSE', 'CHANGED'];

export const givesSignal = ({ standing }: MeasureThatSays): boolean => signals.includes(standing.signal);

/** The signals that measures give now and did not give then, each with the events that changed what the measure is worked out from. */
export function newSignals(
  then: readonly MeasureThatSays[],
  now: readonly MeasureThatSays[],
  events: readonly ToldEvent[],
  today: LocalDate,
): Change[] {
  const before = new Map(then.map((measure) => [measure.id, measure]));
  return now
    .filter((measure) => givesSignal(measure) && !isKnown(before.get(measure.id), measure))
    .map(({ id, ref, name, standing }) => ({
      kind: 'NEW_SIGNAL',
      happenedOn: today,
      sentence: `${nameOf({ typeName: 'Measure', ref, title: name })}: ${standing.sentence}`,
      subject: { id, typeName: 'Measure', ref, title: name },
      from: before.get(id)?.standing.signal ?? null,
      to: standing.signal,
      reason: null,
      approvedBy: null,
      eventSeqs: events.filter((event) => changesChart(event, id)).map(({ seq }) => seq),
    }));
}

/** What a chart is worked out from; a decision about a measure changes nothing of it. */
const partsOfChart: readonly string[] = ['Measure', 'MeasureDefinition', 'DataPoint', 'ChartMark'];

const changesChart = ({ changes }: ToldEvent, measureId: string): boolean =>
  changes.some((change) => partsOfChart.includes(change.typeName) && ownerOf(change)?.id === measureId);

const isKnown = (then: MeasureThatSays | undefined, { standing }: MeasureThatSays): boolean =>
  then?.standing.signal === standing.signal && then.standing.signalFromOn === standing.signalFromOn;
