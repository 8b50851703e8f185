import { createBackpressure } from '../kernel/backpressure';
import { badInput } from '../kernel/errors';
import { drawInWorker } from './pngWorker';

/** About what a large screen shows; drawing so many takes some two seconds. */
const MOST_PIXELS = 8_000_000;
/** About as many as one request can pay for. */
const MOST_WAITING = 20;

const queue = createBackpressure(1, MOST_WAITING);

/**
 * One of our drawings as a PNG on white, `scale` device pixels for each CSS pixel (at most 4). It is drawn outside the main thread,
 * one at a time.
 * @throws BAD_USER_INPUT above a size, UNAVAILABLE when too many wait
 */
export async function svgPng(svg: string, scale: number): Promise<Buffer> {
  const zoom = Number.isFinite(scale) ? Math.min(4, Math.max(0.05, scale)) : 2;
  refuseTooLarge(svg, zoom);
  return queue.run(() => drawInWorker({ svg, zoom }));
}

/** Our drawings say their size in their first element. */
function refuseTooLarge(svg: string, zoom: number): void {
  const [, width, height] = /^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (Number(width) * Number(height) * zoom ** 2 <= MOST_PIXELS) return;
  const most = (MOST_PIXELS / zoom ** 2).toLocaleString('en-GB');
  throw badInput('width', `A PNG may cover at most ${most} CSS pixels: ask for less width or height.`, 'picture.pixels');
}
