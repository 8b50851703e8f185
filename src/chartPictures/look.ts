/** Colours keep a contrast of 3:1 or more on white for marks and 4.5:1 for words; none carries a meaning that a shape does not. */
export const ink = {
  text: '#1d2830',
  quiet: '#52606a',
  grid: '#e7ebee',
  axis: '#9aa5ad',
  line: '#6b7882',
  point: '#33414b',
  centre: '#1d2830',
  limit: '#52606a',
  target: '#00703c',
  better: '#1f66b0',
  worse: '#c4500b',
  change: '#6b3fa0',
  cycle: '#dce6ee',
  paper: '#ffffff',
} as const;

export const dash = { limit: '5 3', extended: '10 4', target: '9 3 2 3', zone: '1 3', phase: '3 3', note: '1 3' } as const;

export interface Sizes {
  readonly width: number;
  readonly isNarrow: boolean;
  readonly title: number;
  readonly text: number;
  readonly small: number;
  readonly margin: number;
}

export function sizesFor(width: number | undefined): Sizes {
  const settled = Math.min(2000, Math.max(240, Math.round(width !== undefined && Number.isFinite(width) ? width : 720)));
  const isNarrow = settled < 400;
  return isNarrow
    ? { width: settled, isNarrow, title: 13, text: 10.5, small: 10, margin: 8 }
    : { width: settled, isNarrow, title: 16, text: 12, small: 11, margin: 14 };
}

export const lineHeight = (size: number): number => Math.ceil(size * 1.3);
