import type { ChartPicture, PicturePoint } from './chartPicture';
import { formatValue } from './formatValue';
import { cycleInWords, noteDay, numberedNotes } from './inWords';

/** What a person who does not see the picture needs: the summary, what is drawn, what to know before reading it, and every note and cycle. */
export function describe(picture: ChartPicture): string {
  return [
    picture.summary,
    whatIsDrawn(picture),
    ...picture.warnings,
    ...lines(picture),
    ...marks(picture),
    ...notes(picture),
    ...cycles(picture),
  ]
    .filter((sentence) => sentence.trim() !== '')
    .join(' ');
}

function whatIsDrawn({ kindName, points, unit }: ChartPicture): string {
  const [first, last] = [points[0], points.at(-1)];
  const inUnit = unit === null ? '' : `, in ${unit}`;
  if (!first || !last) return `A ${kindName} without figures yet.`;
  const span = points.length === 1 ? `one point, ${first.label}` : `${points.length} points from ${first.label} to ${last.label}`;
  return `A ${kindName}${inUnit}: ${span}.`;
}

function lines(picture: ChartPicture): string[] {
  const { target, unit } = picture;
  const last = picture.points.findLast(({ centre }) => centre !== null);
  const centre = last?.centre ?? null;
  const limits = [last?.lower ?? null, last?.upper ?? null].map((limit) => (limit === null ? 'none' : formatValue(limit, unit)));
  return [
    centre === null ? '' : `The level line across is the centre, last at ${formatValue(centre, unit)}.`,
    limits.every((limit) => limit === 'none') ? '' : `Dashed lines are the limits, last ${limits.join(' below and ')} above.`,
    target === null ? '' : `A dash-dotted line is the target, ${formatValue(target, unit)}.`,
  ];
}

function marks({ points, betterIs }: ChartPicture): string[] {
  const count = (holds: (point: PicturePoint) => boolean): number => points.filter(holds).length;
  const signalling = (signal: PicturePoint['signal']): number =>
    count((point) => !point.isExcluded && point.value !== null && point.signal === signal);
  const sentences: readonly (readonly [number, string])[] = [
    [signalling('BETTER'), `Triangles pointing ${betterIs === 'LOWER' ? 'down' : 'up'} are points in a signal of improvement`],
    [signalling('WORSE'), 'Squares are points in a signal of concern'],
    [signalling('NEITHER'), 'Diamonds are points in a signal of change'],
    [count((point) => point.isExcluded && point.value !== null), 'Crossed circles are points left out of the calculation'],
    [count((point) => point.isProvisional && point.value !== null), 'Hollow marks are provisional'],
    [count((point) => point.value === null), 'Shaded bands without a point are periods without a figure'],
  ];
  return sentences.filter(([found]) => found > 0).map(([found, sentence]) => `${sentence} (${found}).`);
}

const notes = (picture: ChartPicture): string[] =>
  numberedNotes(picture).map((note, index) => `Note ${index + 1}, ${noteDay(note, picture)}: ${note.text}.`);

const cycles = ({ cycles }: ChartPicture): string[] => cycles.map((cycle) => `PDSA cycle ${cycleInWords(cycle)}.`);
