import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answer } from '../../src/charts/verification/answer';
import { mismatches } from '../../src/charts/verification/compare';
import type { Vector } from '../../src/charts/verification/vector';

/** Golden vectors made here are fixtures; those from other packages' data stay outside and are read where they lie. */
const fixtures = join(__dirname, 'vectors');
const shared = resolve(__dirname, '../../../shared/spc/vectors');

const vectorsIn = (folder: string): Vector[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector);

function expectAgreement(vector: Vector): void {
  const given = answer(vector);
  expect(mismatches(vector.expected ?? {}, given.expected)).toEqual([]);
  expect(mismatches(vector.derived ?? {}, given.derived)).toEqual([]);
}

test.each(vectorsIn(fixtures).map((vector) => [vector.name, vector] as const))(
  '%s agrees with its oracle to 1e-9',
  (_, vector) => {
    expect(vector.source?.origin).toBe('synthetic');
    expectAgreement(vector);
  },
);

test('the vectors from other data sets agree with their oracles to 1e-9', () => {
  if (!existsSync(shared)) {
    process.stdout.write(`Skipped: there are no fetched vectors at ${shared}\n`);
    return;
  }
  const fetched = vectorsIn(shared).filter(({ source }) => source?.origin === 'fetched');
  expect(fetched.length).toBeGreaterThan(0);
  fetched.forEach(expectAgreement);
});

test('the comparison reads null, "*" and small numbers as compare.mjs does', () => {
  expect(mismatches({ a: [1, null, '*'] }, { a: [1 + 1e-10, null, 7] })).toEqual([]);
  expect(mismatches({ a: [1e6, 1e-12] }, { a: [1e6, 0] })).toEqual([]);
  expect(mismatches({ a: [1, null] }, { a: [1.00001, 0] })).toEqual([
    { at: 'a[1]', expected: 1, actual: 1.00001 },
    { at: 'a[2]', expected: null, actual: 0 },
  ]);
  expect(mismatches({ a: [1], note: 'x' }, {})).toEqual([{ at: 'a', expected: [1], actual: undefined }]);
});
