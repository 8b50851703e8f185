import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { figureOf, type Making } from '../../src/measures/dataPoint.rules';

/* Figures that bodies have published with their parts agree with them as the rule `dataPoint.agreement` asks, rounded or not. */
const shared = resolve(__dirname, '../../../shared/realdata/measures');

const makingOf = (unit: string): Making => {
  if (unit.startsWith('percent')) return { calculation: 'PERCENTAGE', multiplier: 100 };
  if (unit.startsWith('per 1,000')) return { calculation: 'RATE', multiplier: 1000 };
  // Thousands of pounds a year, told as pounds a week.
  if (unit === 'GBP per child per week') return { calculation: 'MEAN', multiplier: 1000 / 52 };
  return { calculation: 'COUNT', multiplier: 1 };
};

interface Row {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly making: Making;
}

/** Commas stand in texts between quotes too; no quote stands in a text. */
function rowsIn(file: string): readonly Row[] {
  const [head = [], ...lines] = readFileSync(join(shared, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', '')));
  const numberIn = (cell: string | undefined) => (cell ? Number(cell) : null);
  return lines.flatMap((cells) => {
    const at = (column: string) => cells[head.indexOf(column)];
    const value = numberIn(at('value'));
    const [numerator, denominator] = [numberIn(at('numerator')), numberIn(at('denominator'))];
    return value === null ? [] : [{ value, numerator, denominator, making: makingOf(at('unit') ?? '') }];
  });
}

test('the collected series are recorded as they were published', () => {
  if (!existsSync(shared)) {
    process.stdout.write(`Skipped: there are no collected series at ${shared}\n`);
    return;
  }
  const rows = readdirSync(shared)
    .filter((file) => file.endsWith('.csv'))
    .flatMap(rowsIn);
  for (const { making, ...parts } of rows) expect(figureOf(parts, making, 'input')).toMatchObject(parts);
  expect(rows.filter(({ numerator, denominator }) => numerator !== null && denominator !== null).length).toBeGreaterThan(100);
});
