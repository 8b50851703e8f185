import { createHash } from 'node:crypto';
import { figureOf } from './chartFigure';
import type { ChartPicture } from './chartPicture';
import { svgOf } from './chartSvg';
import { element, fragment, text } from './markup';

/** One line without quotes and signs, so that what is escaped is what is hashed. */
const STYLE = [
  'body{margin:0 auto;padding:16px;max-width:960px;color:#212b32;background:#ffffff;font:16px/1.5 Roboto,Arial,sans-serif}',
  'h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
  '.chart{margin:0}figcaption{margin:0 12px 12px;font-size:18px}.chart svg{display:block;max-width:100%;height:auto}',
  '.narrow{display:none}@media (max-width:600px){.wide{display:none}.narrow{display:block}}',
  '.chart-heading{margin:16px 0 0;font-weight:700}ol,ul{margin:4px 0;padding-left:24px}details{margin-top:16px;overflow-x:auto}',
  'table{margin-top:8px;border-collapse:collapse;font-size:14px}caption{text-align:left;font-weight:700}',
  'th,td{padding:4px 12px 4px 0;text-align:left;border-bottom:1px solid #c9d0d5;vertical-align:top}',
].join('');

/** What a `style-src` directive must name, in quotes, for the page to be styled: "sha256-...". */
export const chartPageStyleHash = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

const NARROW = { width: 340, height: 380 };

/** A whole HTML document for one chart, without scripts and addresses. A telephone is shown a drawing made for its width. */
export function chartPage(picture: ChartPicture): string {
  const narrow = svgOf({ ...picture, id: `${picture.id}-narrow` }, NARROW);
  const drawings = [element('div', { class: 'wide' }, [svgOf(picture)]), element('div', { class: 'narrow' }, [narrow])];
  const head = element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [text(picture.title)]),
    element('style', {}, [text(STYLE)]),
  ]);
  const main = element('main', {}, [fragment([element('h1', {}, [text(picture.title)]), figureOf(picture, drawings)])]);
  return `<!doctype html>\n${element('html', { lang: 'en-GB' }, [head, element('body', {}, [main])]).source}\n`;
}
