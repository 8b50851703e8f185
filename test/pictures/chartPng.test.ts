import { chartPng } from '../../src/pictures/chartPng';
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

test('words are drawn: a longer title makes another picture', async () => {
  const titled = await chartPng({ ...coreGroups, title: 'Another title' });
  expect(titled.equals(await chartPng(coreGroups))).toBe(false);
});
