import fc from 'fast-check';
import { graphOf } from '../../src/pictures/diagramGraph';
import { crossingsOf, layersOf } from '../../src/pictures/diagramOrder';
import { driverDiagramPng, driverDiagramSvg } from '../../src/pictures/driverDiagram';
import type { DiagramNode, DriverDiagramPicture } from '../../src/pictures/driverDiagramPicture';
import { plainText } from '../../src/pictures/escapeXml';
import { textWidth } from '../../src/pictures/textWidth';
import { deepFrozen } from '../charts/support/series';
import { coreGroupDrivers, longTexts, noDrivers, tangledDrivers } from './examples/driverDiagrams';
import { anyText } from './support/generated';
import { elementsOf, type XmlElement } from './support/xml';

fc.configureGlobal({ numRuns: 150 });

const ids = Array.from({ length: 14 }, (_, index) => `n${index}`);
const anyNode: fc.Arbitrary<Omit<DiagramNode, 'id'>> = fc.record({
  column: fc.constantFrom('AIM', 'PRIMARY', 'SECONDARY', 'CHANGE_IDEA'),
  text: anyText,
  detail: fc.option(anyText, { nil: null }),
  isFaded: fc.boolean(),
});
const anyId = fc.constantFrom(...ids, 'unknown');

/** Mostly many nodes with many ties, some ids twice. */
const anyDiagram: fc.Arbitrary<DriverDiagramPicture> = fc.record({
  id: anyText,
  title: anyText,
  nodes: fc
    .array(anyNode, { maxLength: 16, size: 'max' })
    .map((nodes) => nodes.map((node, index): DiagramNode => ({ ...node, id: ids[index % ids.length] ?? '' }))),
  edges: fc.array(fc.record({ from: anyId, to: anyId }), { maxLength: 30, size: 'max' }),
});
const anyWidth = fc.integer({ min: 300, max: 2000 });
const wideWidth = fc.integer({ min: 640, max: 2000 });
const narrowWidth = fc.integer({ min: 300, max: 639 });

const drawn = (picture: DriverDiagramPicture, width?: number): XmlElement[] => elementsOf(driverDiagramSvg(picture, width));
const named = (elements: readonly XmlElement[], name: string): XmlElement[] => elements.filter((each) => each.name === name);

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The first rectangle is the paper. */
const boxesIn = (elements: readonly XmlElement[]): Box[] =>
  named(elements, 'rect')
    .slice(1)
    .map(({ attributes: { x, y, width, height } }) => ({
      ...{ left: Number(x), right: Number(x) + Number(width) },
      ...{ top: Number(y), bottom: Number(y) + Number(height) },
    }));

interface Point {
  x: number;
  y: number;
}

/** The corners of a path made of M, H, V and L. */
function cornersOf(d: string): Point[] {
  const corners: Point[] = [];
  for (const [, command, first, second] of d.matchAll(/([MHVL])(-?[\d.]+)(?:,(-?[\d.]+))?/g)) {
    const last = corners.at(-1) ?? { x: 0, y: 0 };
    const value = Number(first);
    corners.push(
      command === 'H' ? { ...last, x: value } : command === 'V' ? { ...last, y: value } : { x: value, y: Number(second) },
    );
  }
  return corners;
}

const linesIn = (elements: readonly XmlElement[]): [Point, Point][] =>
  named(elements, 'path').flatMap(({ attributes: { d = '' } }) => {
    const corners = cornersOf(d);
    return corners.slice(1).map((corner, index): [Point, Point] => [corners[index]!, corner]);
  });

/** Whether a straight line enters the inside of a box, by clipping it to the box. */
function enters([from, to]: [Point, Point], { left, right, top, bottom }: Box): boolean {
  let [first, last] = [0, 1];
  const clip = (start: number, change: number, low: number, high: number): void => {
    if (change === 0) {
      if (start <= low || start >= high) last = -1;
      return;
    }
    const times = [(low - start) / change, (high - start) / change].sort((a, b) => a - b);
    first = Math.max(first, times[0]!);
    last = Math.min(last, times[1]!);
  };
  clip(from.x, to.x - from.x, left + 0.05, right - 0.05);
  clip(from.y, to.y - from.y, top + 0.05, bottom - 0.05);
  return last - first > 1e-6;
}

test('no line crosses a box, at any width', () => {
  fc.assert(
    fc.property(anyDiagram, anyWidth, (picture, width) => {
      const elements = drawn(picture, width);
      const boxes = boxesIn(elements);
      for (const line of linesIn(elements)) expect(boxes.filter((box) => enters(line, box))).toEqual([]);
    }),
  );
});

test('boxes stand apart and inside the picture, one for each part of the theory', () => {
  fc.assert(
    fc.property(anyDiagram, anyWidth, (picture, width) => {
      const elements = drawn(picture, width);
      const boxes = boxesIn(elements);
      expect(boxes).toHaveLength(picture.nodes.length);
      const height = Number(elements[0]?.attributes.height);
      for (const [index, box] of boxes.entries()) {
        expect(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height).toBe(true);
        const overlaps = (other: Box): boolean =>
          other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom;
        expect(boxes.filter((other, place) => place !== index && overlaps(other))).toEqual([]);
      }
    }),
  );
});

const widthOf = ({ attributes, text }: XmlElement): number =>
  textWidth(text, { size: Number(attributes['font-size']), isBold: attributes['font-weight'] === '700' });

test('every text stands inside the picture, and the texts of a box inside the box', () => {
  fc.assert(
    fc.property(anyDiagram, anyWidth, (picture, width) => {
      const elements = drawn(picture, width);
      const height = Number(elements[0]?.attributes.height);
      let box: Box | undefined;
      for (const each of elements) {
        if (each.name === 'g') box = undefined;
        if (each.name === 'rect') box = boxesIn([each, each])[0];
        if (each.name !== 'text') continue;
        const [x, y] = [Number(each.attributes.x), Number(each.attributes.y)];
        const around = box && box.right < width ? box : { left: 0, right: width, top: 0, bottom: height };
        expect(x).toBeGreaterThanOrEqual(around.left);
        expect(x + widthOf(each)).toBeLessThanOrEqual(around.right + 0.01);
        expect(y - 8).toBeGreaterThanOrEqual(around.top);
        expect(y).toBeLessThan(around.bottom);
      }
    }),
  );
});

test('texts are written in full', () => {
  const words = 'Everyone who delivers the plan knows the date early enough to keep it free. ';
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), anyWidth, (times, width) => {
      const text = words.repeat(times).trim();
      const picture: DriverDiagramPicture = {
        ...{ id: 'x', title: '', edges: [] },
        nodes: [{ id: 'a', column: 'CHANGE_IDEA', text, detail: null, isFaded: false }],
      };
      const written = named(drawn(picture, width), 'text').map((each) => each.text);
      expect(written.join(' ')).toContain(text);
    }),
    { numRuns: 40 },
  );
});

test('each tie is drawn once between columns, and once in the list', () => {
  fc.assert(
    fc.property(anyDiagram, wideWidth, narrowWidth, (picture, wide, narrow) => {
      const graph = graphOf(picture);
      const { segments } = layersOf(graph, 4);
      expect(named(drawn(picture, wide), 'path')).toHaveLength(segments.length);
      const ties = graph.reduce((sum, { right }) => sum + right.length, 0);
      expect(named(drawn(picture, narrow), 'path')).toHaveLength(ties);
    }),
  );
});

test('an order that the lines cross in is made better, one without crossings stays', () => {
  const given = (picture: DriverDiagramPicture) => {
    const graph = graphOf(picture);
    const { slots, segments, order } = layersOf(graph, 4);
    const asGiven = order.map((_, column) => slots.flatMap((slot, place) => (slot.column === column ? [place] : [])));
    return { order, asGiven, before: crossingsOf(asGiven, segments), after: crossingsOf(order, segments) };
  };
  const { before, after } = given(tangledDrivers);
  expect(after).toBeLessThan(before);
  expect(after).toBeLessThanOrEqual(given(coreGroupDrivers).after);
  const tidy = { ...coreGroupDrivers, edges: coreGroupDrivers.edges.filter(({ to }) => /^[ps]|c[135]$/.test(to)) };
  expect(given(tidy).order).toEqual(given(tidy).asGiven);
  fc.assert(
    fc.property(anyDiagram, (picture) => {
      const found = given(picture);
      expect(found.after).toBeLessThanOrEqual(found.before);
    }),
  );
});

test('what is named again in the list is an idea that serves several drivers', () => {
  const texts = named(drawn(coreGroupDrivers, 300), 'text').map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('Change idea, as above'))).toHaveLength(5);
  expect(texts.filter((text) => text === 'Change idea')).toHaveLength(10);
});

test('the description says the theory in words', () => {
  const [description] = named(drawn(coreGroupDrivers), 'desc');
  expect(description?.text).toContain('A driver diagram with 1 aim, 3 primary drivers, 6 secondary drivers and 10 change ideas.');
  expect(description?.text).toContain(
    'Secondary driver 2: People know the date early enough to keep it free, for primary driver 1 and primary driver 2.',
  );
  expect(description?.text).toContain('Change idea 4: Core groups by telephone only (Given up: families did not speak up)');
  expect(named(drawn(longTexts), 'desc')[0]?.text).toContain('Change idea 5: An idea of its own, not tied to anything yet.');
  expect(named(drawn(noDrivers), 'desc')[0]?.text).toBe(
    'A driver diagram with 0 aims, 0 primary drivers, 0 secondary drivers and 0 change ideas.',
  );
});

test('it has a role, a title and a description', () => {
  const [svg, title, description] = drawn(coreGroupDrivers);
  expect(svg?.attributes).toMatchObject({
    role: 'img',
    'aria-labelledby': `${title?.attributes.id} ${description?.attributes.id}`,
  });
  expect(title?.text).toBe(coreGroupDrivers.title);
});

test('hostile text stays text, and every coordinate is a number', () => {
  fc.assert(
    fc.property(anyDiagram, anyWidth, (picture, width) => {
      const elements = drawn(picture, width);
      const allowed = ['svg', 'title', 'desc', 'rect', 'g', 'path', 'text', 'line'];
      expect(elements.filter(({ name }) => !allowed.includes(name))).toEqual([]);
      const attributes = elements.flatMap((each) => Object.entries(each.attributes));
      expect(attributes.filter(([name]) => /^on|href|src|style/.test(name))).toEqual([]);
      const numbers = attributes.filter(([name]) => !['id', 'aria-labelledby'].includes(name));
      expect(numbers.filter(([, value]) => /NaN|Infinity|undefined|null|\de[+-]?\d/.test(value))).toEqual([]);
      expect(elements[1]?.text).toBe(plainText(picture.title));
    }),
  );
});

test('the same picture gives the same bytes, and is left as it was', () => {
  fc.assert(
    fc.property(anyDiagram, anyWidth, (picture, width) => {
      const frozen = deepFrozen(structuredClone(picture));
      expect(driverDiagramSvg(frozen, width)).toBe(driverDiagramSvg(picture, width));
    }),
    { numRuns: 50 },
  );
});

test('a large theory is drawn in a moment', () => {
  const nodes = ids.flatMap((id) =>
    Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `${id}-${index}`, text: `${id} ${index}`, detail: null, isFaded: false },
      column: (['AIM', 'PRIMARY', 'SECONDARY', 'CHANGE_IDEA'] as const)[index % 4] ?? 'AIM',
    })),
  );
  const edges = nodes.flatMap(({ id }, index) =>
    [1, 7, 30].map((step) => ({ from: id, to: nodes[(index * step + 5) % nodes.length]!.id })),
  );
  const begun = performance.now();
  driverDiagramSvg({ id: 'large', title: 'Large', nodes, edges });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('a PNG has two device pixels for each CSS pixel, fewer where it would be huge', async () => {
  const height = Number(drawn(coreGroupDrivers, 700)[0]?.attributes.height);
  expect(sizeOf(await driverDiagramPng(coreGroupDrivers, 700))).toEqual([1400, 2 * height]);
  const huge = {
    ...noDrivers,
    nodes: Array.from({ length: 300 }, (_, index) => ({ ...coreGroupDrivers.nodes[1]!, id: `p${index}` })),
  };
  const [, tall] = sizeOf(await driverDiagramPng(huge, 300));
  expect(tall).toBeLessThanOrEqual(12_000);
});
