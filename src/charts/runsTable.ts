/**
 * The runs table of Perla, Provost & Murray (BMJ Qual Saf 2011;20:46), after Swed & Eisenhart (Ann Math Stat 1943;14:66), 5 %:
 * for so many useful observations, fewer runs than the first number or more than the second are a signal. Transcribed in
 * ../shared/spc/SPEC.md section 2 (its author checked each row against the exact law; other tables circulate).
 */
export const runsTable = {
  version: 'Perla, Provost & Murray 2011',
  firstRow: 10,
  // prettier-ignore
  rows: [
    [3, 9], [3, 10], [3, 11], [4, 11], [4, 12], [5, 12], [5, 13], [5, 13], [6, 14], [6, 15],
    [6, 16], [7, 16], [7, 17], [7, 17], [8, 18], [8, 18], [9, 19], [10, 19], [10, 20], [10, 20],
    [11, 21], [11, 22], [11, 23], [12, 23], [12, 24], [12, 24], [13, 25], [13, 25], [14, 26], [14, 26],
    [15, 27], [15, 27], [16, 28], [16, 28], [17, 29], [17, 30], [17, 31], [18, 31], [18, 32], [19, 32],
    [19, 33], [20, 33], [20, 34], [21, 34], [21, 35], [22, 35], [22, 36], [23, 36], [23, 37], [24, 38], [24, 38],
  ],
} as const;

export interface ExpectedRuns {
  readonly fewest: number;
  readonly most: number;
}

/** Null outside 10 to 60 useful observations: the table gives no verdict there. */
export function expectedRuns(useful: number): ExpectedRuns | null {
  const row = runsTable.rows[useful - runsTable.firstRow];
  return row ? { fewest: row[0], most: row[1] } : null;
}
