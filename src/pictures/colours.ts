/** Told apart with every kind of colour vision; on white, text has a contrast of at least 4.5 and marks of at least 3. */
export const colours = {
  paper: '#ffffff',
  text: '#212b32',
  quietText: '#4c5a64',
  axis: '#6b7780',
  grid: '#e1e5e8',
  gap: '#e7eaed',
  zone: '#f1f4f6',
  data: '#425563',
  centre: '#212b32',
  limit: '#5b6770',
  target: '#7a2a78',
  better: '#005eb8',
  worse: '#b8480a',
  neither: '#6a3fa0',
  cycleFill: '#e3edf7',
  cycleEdge: '#2f5d8a',
} as const;
