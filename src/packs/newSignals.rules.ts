import type { LocalDate } from '../kernel/localDate';
import type { Change } from './changeFacts.rules';

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
  changes: readonly Change[],
  today: LocalDate,
): Change[] {
  const before = new Map(then.map((measure) => [measure.id, measure]));
  return now
    .filter((measure) => givesSignal(measure) && !isKnown(before.get(measure.id), measure))
    .map(({ id, ref, name, standing }) => ({
      kind: 'NEW_SIGNAL',
      happenedOn: today,
      sentence: standing.sentence,
      subject: { id, typeName: 'Measure', ref, title: name },
      from: before.get(id)?.standing.signal ?? null,
      to: standing.signal,
      reason: null,
      approvedBy: null,
      eventSeqs: changes.filter(({ subject }) => subject?.id === id).flatMap(({ eventSeqs }) => eventSeqs),
    }));
}

const isKnown = (then: MeasureThatSays | undefined, { standing }: MeasureThatSays): boolean =>
  then?.standing.signal === standing.signal && then.standing.signalFromOn === standing.signalFromOn;
