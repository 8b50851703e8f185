import { colours } from './colours';

/** Lines differ in their dashes, and not in colour only. */
export const lineStyles = {
  CENTRE: { stroke: colours.centre, 'stroke-width': 1.5 },
  CARRIED: { stroke: colours.centre, 'stroke-width': 1.5, 'stroke-dasharray': '9 3' },
  LIMIT: { stroke: colours.limit, 'stroke-width': 1.2, 'stroke-dasharray': '4 3' },
  TARGET: { stroke: colours.target, 'stroke-width': 1.5, 'stroke-dasharray': '8 3 2 3' },
} as const;
