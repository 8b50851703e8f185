import type { ChartPicture, PicturePoint } from './chartPicture';
import { formatNumber, formatValue } from './formatValue';
import { signalInWords } from './inWords';
import { element, fragment, type Markup, text } from './markup';

interface Column {
  readonly name: string;
  readonly cell: (point: PicturePoint) => string;
}

/** Every point of the chart in a row, with its lines, its signal in words, and why a figure is missing or left out. */
export function dataTable(picture: ChartPicture): Markup {
  const columns = columnsOf(picture);
  const heads = ['Period', ...columns.map(({ name }) => name)].map((name) => element('th', { scope: 'col' }, [text(name)]));
  const rows = picture.points.map((point) => {
    const cells = columns.map(({ cell }) => element('td', {}, [text(cell(point))]));
    return element('tr', {}, [element('th', { scope: 'row' }, [text(point.label)]), ...cells]);
  });
  return element('table', {}, [
    element('caption', {}, [text(picture.title)]),
    element('thead', {}, [element('tr', {}, heads)]),
    element('tbody', {}, [fragment(rows)]),
  ]);
}

/** Columns of lines stand only where the chart has them. */
function columnsOf({ points, unit }: ChartPicture): Column[] {
  const line = (name: string, pick: (point: PicturePoint) => number | null): Column[] =>
    points.every((point) => pick(point) === null) ? [] : [{ name, cell: (point) => written(pick(point)) }];
  return [
    { name: unit === null ? 'Value' : `Value (${unit})`, cell: ({ value }) => (value === null ? 'no figure' : written(value)) },
    ...line('Centre', ({ centre }) => centre),
    ...line('Lower limit', ({ lower }) => lower),
    ...line('Upper limit', ({ upper }) => upper),
    { name: 'Signal', cell: (point) => (point.isExcluded ? '' : signalInWords(point)) },
    { name: 'Remark', cell: remark },
  ];
}

const written = (value: number | null): string =>
  value === null ? '' : Number.isFinite(value) ? formatNumber(value) : 'no figure';

const remark = ({ value, missingBecause, isExcluded, excludedBecause, isProvisional }: PicturePoint): string =>
  [
    value === null ? (missingBecause ?? '') : '',
    isExcluded ? `left out${excludedBecause === null ? '' : `: ${excludedBecause}`}` : '',
    isProvisional && value !== null ? 'provisional' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');

/** "Target: 90%", as a sentence below the chart. */
export const targetInWords = ({ target, unit }: ChartPicture): string =>
  target === null ? '' : `Target: ${formatValue(target, unit)}.`;
