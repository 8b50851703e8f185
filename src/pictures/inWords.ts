import { utcFormat } from 'd3-time-format';
import { momentOf } from './calendar';
import type { ChartPicture, PictureCycle, PictureNote, PicturePoint, SignalMeaning } from './chartPicture';
import { formatValue } from './formatValue';

const day = utcFormat('%-d %b %Y');

export const meaningInWords: Readonly<Record<SignalMeaning, string>> = {
  BETTER: 'improvement',
  WORSE: 'concern',
  NEITHER: 'change',
};

/** "5 Mar 2026"; anything that is no date stays as it is. */
export function shortDay(date: string): string {
  const moment = momentOf(date);
  return moment === null ? date : day(new Date(moment));
}

/** A point in a phrase: "Mar 2026: 85%, signal of improvement (shift above the centre)". */
export function pointInWords(point: PicturePoint, { unit }: ChartPicture): string {
  if (point.value === null) return `${point.label}: no figure${because(point.missingBecause)}`;
  const parts = [
    `${point.label}: ${formatValue(point.value, unit)}`,
    point.isProvisional ? 'provisional' : '',
    point.isExcluded ? `left out${because(point.excludedBecause)}` : signalInWords(point),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** "Signal of improvement (shift above the centre)" without the capital; empty when there is none. */
export function signalInWords({ signal, signalNames }: PicturePoint): string {
  const names = signalNames.length === 0 ? '' : ` (${signalNames.join('; ')})`;
  return signal === null ? '' : `signal of ${meaningInWords[signal]}${names}`;
}

/** "1a, Diary hold: 11 May 2026 to now": a title that is a sentence loses its full stop. */
export const cycleInWords = ({ label, title, from, to }: PictureCycle): string =>
  `${[label, title.replace(/[.\s]+$/, '')].filter((part) => part.trim() !== '').join(', ')}: ${shortDay(from)} to ${to === null ? 'now' : shortDay(to)}`;

/** Notes in the order of their numbers. */
export const numberedNotes = ({ notes }: ChartPicture): PictureNote[] =>
  [...notes].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The day of a note, or the label of the point it is about. */
export const noteDay = ({ on }: PictureNote, { hasDates, points }: ChartPicture): string =>
  hasDates ? shortDay(on) : (points.find(({ period }) => period === on)?.label ?? on);

const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);
