import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Answer, answer } from './verification/answer';
import { type Mismatch, mismatches } from './verification/compare';
import type { Vector } from './verification/vector';

/**
 * npm run verify:charts -- DIR [ANSWERS.json]: computes every vector in DIR through the functions that the API uses, prints each
 * disagreement and ends with "N passed, N failed". With a second argument it also writes our answers, for compare.mjs.
 */
function main([folder, answersFile]: readonly string[]): number {
  if (!folder) {
    print('usage: npm run verify:charts -- DIR [ANSWERS.json]');
    return 2;
  }
  const outcomes = readVectors(folder).map(verified);
  for (const { name, failures } of outcomes) for (const failure of failures) print(`FAIL ${name} ${failure}`);
  if (answersFile) writeFileSync(answersFile, JSON.stringify(outcomes.map(({ name, given }) => ({ name, ...given }))));
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
  print(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 || outcomes.length === 0 ? 1 : 0;
}

interface Outcome {
  readonly name: string;
  readonly given: Answer | null;
  readonly failures: readonly string[];
}

function verified(loaded: Loaded): Outcome {
  const { name, vector } = loaded;
  if (!vector) return { name, given: null, failures: [loaded.problem ?? 'cannot be read'] };
  if (!vector.expected && !vector.derived) return { name, given: null, failures: ['holds no expected answer'] };
  try {
    const given = answer(vector);
    const found = [
      ...mismatches(vector.expected ?? {}, given.expected, 'expected'),
      ...mismatches(vector.derived ?? {}, given.derived, 'derived'),
    ];
    return { name, given, failures: found.map(inWords) };
  } catch (error) {
    return { name, given: null, failures: [error instanceof Error ? error.message : String(error)] };
  }
}

const inWords = ({ at, expected, actual }: Mismatch): string =>
  `${at.replace(/\[(\d+)\]$/, ' point $1')}: expected ${JSON.stringify(expected)}, actual ${actual === undefined ? 'nothing' : JSON.stringify(actual)}`;

interface Loaded {
  readonly name: string;
  readonly vector: Vector | null;
  readonly problem?: string;
}

/** A file holds one vector, a list of them, or {"vectors": [...]}, as compare.mjs reads them. */
function readVectors(folder: string): Loaded[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file): Loaded[] => {
    const name = basename(file, '.json');
    try {
      const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector | Vector[] | { vectors: Vector[] };
      const vectors = Array.isArray(content) ? content : 'vectors' in content ? content.vectors : [content];
      return vectors.map((vector) => ({ name: vector.name || name, vector }));
    } catch (error) {
      return [{ name, vector: null, problem: error instanceof Error ? error.message : String(error) }];
    }
  });
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

if (require.main === module) process.exitCode = main(process.argv.slice(2));
