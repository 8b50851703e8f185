/** Whether whole numbers of at least 0 meet all equations while the goal reaches so much. Simplex with Bland's rule, and branching. */
export interface Equation {
  readonly coefficients: readonly number[];
  readonly sum: number;
}

export function isReachable(equations: readonly Equation[], goal: readonly number[], least: number, depth = 0): boolean {
  const best = maximum(equations, goal);
  if (best === null || best.value < least - EPSILON) return false;
  const place = best.solution.findIndex((x) => Math.abs(x - Math.round(x)) > 1e-6);
  if (place < 0) return true;
  if (depth > 60) throw new Error('The search for whole numbers goes too deep.');
  const width = goal.length;
  const below = Math.floor(best.solution[place]!);
  const bounded = (sum: number, slack: number): Equation[] => [
    ...equations.map(({ coefficients, sum: of }) => ({ coefficients: [...coefficients, 0], sum: of })),
    { coefficients: Array.from({ length: width + 1 }, (_, i) => (i === place ? 1 : i === width ? slack : 0)), sum },
  ];
  return (
    isReachable(bounded(below, 1), [...goal, 0], least, depth + 1) ||
    isReachable(bounded(below + 1, -1), [...goal, 0], least, depth + 1)
  );
}

const EPSILON = 1e-7;

/** The largest value of the goal over real numbers of at least 0; null where nothing meets the equations. The goal must be bounded. */
export function maximum(equations: readonly Equation[], goal: readonly number[]): { value: number; solution: number[] } | null {
  const width = goal.length;
  const rows = equations.map(({ coefficients, sum }, r) => {
    const sign = sum < 0 ? -1 : 1;
    const artificial = equations.map((_, i) => (i === r ? 1 : 0));
    return [...coefficients.map((c) => sign * c), ...artificial, sign * sum];
  });
  const basis = rows.map((_, r) => width + r);
  const phaseOne = Array.from({ length: width + rows.length }, (_, i) => (i < width ? 0 : -1));
  if (optimise(rows, basis, phaseOne, width + rows.length) < -EPSILON) return null;
  for (const [r, variable] of basis.entries()) {
    if (variable < width) continue;
    const entering = rows[r]!.findIndex((c, i) => i < width && Math.abs(c) > EPSILON);
    if (entering >= 0) pivot(rows, basis, r, entering);
  }
  const value = optimise(rows, basis, [...goal, ...rows.map(() => 0)], width);
  const solution = goal.map(() => 0);
  for (const [r, variable] of basis.entries()) if (variable < width) solution[variable] = rows[r]!.at(-1)!;
  return { value, solution };
}

function optimise(rows: number[][], basis: number[], goal: readonly number[], columns: number): number {
  for (;;) {
    const gain = (column: number): number => goal[column]! - basis.reduce((sum, b, r) => sum + goal[b]! * rows[r]![column]!, 0);
    const entering = Array.from({ length: columns }, (_, i) => i).find(
      (column) => !basis.includes(column) && gain(column) > EPSILON,
    );
    if (entering === undefined) return basis.reduce((sum, b, r) => sum + goal[b]! * rows[r]!.at(-1)!, 0);
    let leaving = -1;
    let least = Infinity;
    for (const [r, row] of rows.entries()) {
      if (row[entering]! <= EPSILON) continue;
      const ratio = row.at(-1)! / row[entering]!;
      if (ratio < least - EPSILON || (ratio < least + EPSILON && leaving >= 0 && basis[r]! < basis[leaving]!)) {
        least = Math.min(ratio, least);
        leaving = r;
      }
    }
    if (leaving < 0) throw new Error('The goal has no bound.');
    pivot(rows, basis, leaving, entering);
  }
}

function pivot(rows: number[][], basis: number[], leaving: number, entering: number): void {
  const divisor = rows[leaving]![entering]!;
  rows[leaving] = rows[leaving]!.map((c) => c / divisor);
  for (const [r, row] of rows.entries()) {
    const factor = row[entering]!;
    if (r === leaving || factor === 0) continue;
    const pivotRow = rows[leaving];
    rows[r] = row.map((c, i) => c - factor * pivotRow[i]!);
  }
  basis[leaving] = entering;
}
