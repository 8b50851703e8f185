import { inflateSync } from 'node:zlib';
import { chartPng } from '../../src/pictures/chartPng';
import { svgPng } from '../../src/pictures/svgPng';
import { chartSvg } from '../../src/pictures/chartSvg';
import { coreGroups } from './examples/coreGroups';
import { empty } from './examples/otherSeries';

const sizeOf = (png: Buffer): { width: number; height: number } => ({
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
});

test('a PNG has the size asked for, in device pixels', async () => {
  const png = await chartPng(coreGroups, { width: 640, height: 360 }, 2);
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(sizeOf(png)).toEqual({ width: 1280, height: 720 });
});

test('several at once are drawn with one engine, and the same picture gives the same bytes', async () => {
  const [one, two, other] = await Promise.all([chartPng(coreGroups), chartPng(coreGroups), chartPng(empty)]);
  expect(one.equals(two)).toBe(true);
  expect(other.equals(one)).toBe(false);
  expect(sizeOf(one)).toEqual({ width: 1600, height: 840 });
});

const TITLE = { from: 6, to: 26 };

/** The dark columns in the line of the title, from left to right. */
function darkIn(png: Buffer): number[] {
  const { width } = sizeOf(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const data = inflateSync(Buffer.concat(parts)).subarray(0, TITLE.to * (width * 4 + 1));
  const rows = unfiltered(data, width * 4).slice(TITLE.from);
  return Array.from({ length: width }, (_, x) => x).filter((x) => rows.some((row) => (row[x * 4] ?? 255) < 100));
}

/** The lines of a PNG are written as differences from their neighbours (PNG specification, section 9). */
function unfiltered(data: Buffer, length: number): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += length + 1) {
    const row = Uint8Array.from(data.subarray(at + 1, at + 1 + length));
    const above = rows.at(-1);
    for (let i = 0; i < length; i += 1) {
      const [left, up, corner] = [row[i - 4] ?? 0, above?.[i] ?? 0, i < 4 ? 0 : (above?.[i - 4] ?? 0)];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][data[at] ?? 0] ?? 0;
      row[i] = (row[i] ?? 0) + guess;
    }
    rows.push(row);
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

test('words are drawn: a longer title reaches further to the right', async () => {
  const [short, long] = await Promise.all(
    ['Core groups', 'Core groups within fifteen working days'].map(async (title) =>
      darkIn(await chartPng({ ...coreGroups, title }, { width: 600, height: 240 }, 1)),
    ),
  );
  expect(short!.length).toBeGreaterThan(30);
  expect(long!.length).toBeGreaterThan(short!.length * 2);
  expect(long!.at(-1)).toBeGreaterThan(short!.at(-1)! * 2);
});

test('a PNG larger than any screen is refused by name', async () => {
  await expect(chartPng(coreGroups, { width: 2000, height: 2000 })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    details: { field: 'width', rule: 'picture.pixels' },
  });
  await expect(chartPng(coreGroups, { width: 800, height: 420 }, 4)).resolves.toBeInstanceOf(Buffer);
});

test('other work goes on while one is drawn', async () => {
  await chartPng(empty);
  let turns = 0;
  let isDrawn = false;
  const turn = (): void => {
    turns += 1;
    if (!isDrawn) setImmediate(turn);
  };
  const drawn = chartPng(coreGroups, { width: 1000, height: 1000 }).then(() => (isDrawn = true));
  turn();
  await drawn;
  expect(turns).toBeGreaterThan(100);
});

test('when too many wait, the next is refused', async () => {
  const results = await Promise.allSettled(Array.from({ length: 24 }, () => chartPng(empty, { width: 300, height: 200 }, 0.5)));
  const refused = results.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(3);
  expect(refused[0]).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
});

test('what cannot be drawn fails, and the next picture is drawn all the same', async () => {
  const broken = chartSvg(empty).replace('</svg>', '');
  await expect(svgPng(broken, 2)).rejects.toThrow();
  expect(sizeOf(await chartPng(empty))).toEqual({ width: 1600, height: 840 });
});
