import fc from 'fast-check';
import { chartFigure } from '../../src/pictures/chartFigure';
import { chartPage } from '../../src/pictures/chartPage';
import type { ChartPicture } from '../../src/pictures/chartPicture';
import { chartSvg } from '../../src/pictures/chartSvg';
import { drawData } from '../../src/pictures/drawData';
import { planOf } from '../../src/pictures/planOf';
import { textWidth } from '../../src/pictures/textWidth';
import { deepFrozen } from '../charts/support/series';
import { anyPicture, anySize } from './support/generated';
import { elementsOf, type XmlElement } from './support/xml';

fc.configureGlobal({ numRuns: 200 });

interface Extent {
  readonly from: number;
  readonly to: number;
}

function extentOf({ attributes, text }: XmlElement): Extent {
  const width = textWidth(text, { size: Number(attributes['font-size']), isBold: attributes['font-weight'] === '700' });
  const x = Number(attributes.x);
  const from = attributes['text-anchor'] === 'end' ? x - width : attributes['text-anchor'] === 'middle' ? x - width / 2 : x;
  return { from, to: from + width };
}

const drawn = (picture: ChartPicture, size?: { width: number; height: number }): XmlElement[] =>
  elementsOf(chartSvg(picture, size));

test('labels below the axis never overlap, and stand inside the picture', () => {
  fc.assert(
    fc.property(anyPicture, anySize, (picture, size) => {
      const { periods, font } = planOf(picture, size);
      const extents = periods.labels.map(({ text, x, row, isYear }) => {
        const half = textWidth(text, { ...font, isBold: isYear }) / 2;
        return { row, from: x - half, to: x + half };
      });
      for (const [index, { row, from, to }] of extents.entries()) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(size.width);
        const others = extents.filter((other, place) => place !== index && other.row === row);
        expect(others.filter((other) => other.from < to && from < other.to)).toEqual([]);
      }
    }),
  );
});

test('every text lies inside the picture', () => {
  fc.assert(
    fc.property(anyPicture, anySize, (picture, size) => {
      const texts = drawn(picture, size).filter(({ name }) => name === 'text');
      for (const text of texts) {
        const { from, to } = extentOf(text);
        expect(from).toBeGreaterThanOrEqual(-0.01);
        expect(to).toBeLessThanOrEqual(size.width + 0.01);
        expect(Number(text.attributes.y)).toBeGreaterThan(0);
        expect(Number(text.attributes.y)).toBeLessThan(size.height);
      }
    }),
  );
});

test('a missing point breaks the line and has no mark, so that it is never read as zero', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const [line, ...parts] = elementsOf(`<g>${drawData(planOf(picture)).source}</g>`).slice(1);
      const isJoined = picture.points.map(({ value, isExcluded }) => value !== null && !isExcluded);
      const stretches = isJoined.filter((joined, index) => joined && isJoined[index - 1] !== true).length;
      expect(line?.attributes.d?.split('M').length).toBe(stretches + 1);
      const marks = parts.filter(({ name, attributes }) => name === 'path' && attributes.fill !== 'none');
      expect(marks).toHaveLength(picture.points.filter(({ value }) => value !== null).length);
    }),
  );
});

const worded = ['id', 'aria-labelledby', 'clip-path', 'fill', 'stroke'];

test('every coordinate is a number, whatever the data', () => {
  fc.assert(
    fc.property(anyPicture, anySize, (picture, size) => {
      const values = drawn(picture, size).flatMap(({ attributes }) =>
        Object.entries(attributes).filter(([name]) => !worded.includes(name)),
      );
      expect(values.filter(([, value]) => /NaN|Infinity|undefined|null|\de[+-]?\d/.test(value))).toEqual([]);
    }),
  );
});

const svgNames = ['svg', 'title', 'desc', 'rect', 'g', 'path', 'text', 'line', 'clipPath'];
const htmlNames = [
  'figure',
  'figcaption',
  'p',
  'ol',
  'ul',
  'li',
  'details',
  'summary',
  'table',
  'caption',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];
const pageNames = ['html', 'head', 'meta', 'style', 'body', 'main', 'h1', 'div'];

test('hostile text stays text: no element and no attribute comes from it', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const elements = [...drawn(picture), ...elementsOf(chartFigure(picture)), ...elementsOf(chartPage(picture))];
      const allowed = new Set([...svgNames, ...htmlNames, ...pageNames]);
      expect(elements.filter(({ name }) => !allowed.has(name))).toEqual([]);
      const attributes = new Set(elements.flatMap((one) => Object.keys(one.attributes)));
      expect([...attributes].filter((attribute) => /^on|href|src|style/.test(attribute))).toEqual([]);
      expect(chartPage(picture)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }),
    { numRuns: 100 },
  );
});

test('the same picture gives the same bytes, and is left as it was', () => {
  fc.assert(
    fc.property(anyPicture, anySize, (picture, size) => {
      const frozen = deepFrozen(structuredClone(picture));
      expect(chartSvg(frozen, size)).toBe(chartSvg(picture, size));
      expect(chartPage(frozen)).toBe(chartPage(picture));
    }),
    { numRuns: 50 },
  );
});

test('ids are unique within a page of two charts', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const [one, two] = [`${picture.id}1`, `${picture.id}2`].map((id) => drawn({ ...picture, id }));
      const ids = [...(one ?? []), ...(two ?? [])].flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 50 },
  );
});
