import { createHash } from 'node:crypto';
import { chartFigure } from '../../src/pictures/chartFigure';
import { chartPage, chartPageStyleHash } from '../../src/pictures/chartPage';
import { chartSvg } from '../../src/pictures/chartSvg';
import { coreGroups, firstSixMonths } from './examples/coreGroups';
import { empty, gapsAndExclusions, manyCycles } from './examples/otherSeries';
import { elementsOf } from './support/xml';

const named = (source: string, name: string): string[] =>
  elementsOf(source)
    .filter((element) => element.name === name)
    .map(({ text }) => text);

test('the drawing names and describes itself to a screen reader', () => {
  const [svg, title, desc] = elementsOf(chartSvg(coreGroups));
  expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': `${title?.attributes.id} ${desc?.attributes.id}` });
  expect(title?.text).toBe(coreGroups.title);
  expect(desc?.text).toContain(coreGroups.summary);
  expect(desc?.text).toContain('The level line across is the centre, last at 66.7%.');
  expect(desc?.text).toContain('Triangles pointing up are points in a signal of improvement (12).');
  expect(desc?.text).toContain('Note 1, 1 Aug 2025: New recording system');
  expect(desc?.text).toContain('PDSA cycle 1d, All teams, written into the procedure: 17 Aug 2026 to now.');
});

test('the summary sentence is the caption, and notes and cycles are listed', () => {
  const figure = chartFigure(manyCycles);
  expect(named(figure, 'figcaption')).toEqual([manyCycles.summary]);
  expect(named(figure, 'li')).toHaveLength(
    [manyCycles.notes, manyCycles.cycles, manyCycles.warnings, manyCycles.provenance].flat().length,
  );
  expect(named(figure, 'li')[0]).toBe('1 Mar 2025: New form');
});

test('the table holds every point, with why a figure is missing or left out', () => {
  const figure = chartFigure(gapsAndExclusions);
  const heads = elementsOf(figure).filter(({ name }) => name === 'th');
  expect(heads.filter(({ attributes }) => attributes.scope === 'row')).toHaveLength(gapsAndExclusions.points.length);
  expect(heads.filter(({ attributes }) => attributes.scope === 'col').map(({ text }) => text)).toEqual([
    'Period',
    'Value (children)',
    'Centre',
    'Lower limit',
    'Upper limit',
    'Signal',
    'Remark',
  ]);
  expect(named(figure, 'td')).toEqual(
    expect.arrayContaining(['no figure', 'Not sent by the board', 'left out: Counted twice in one team']),
  );
  expect(named(chartFigure(coreGroups), 'td')).toContain(
    'signal of improvement (above the limits; shift above the centre; two of three above 2 sigma)',
  );
});

test('a chart without lines has no columns for them', () => {
  expect(named(chartFigure(empty), 'th')).toEqual(['Period', 'Value (days)', 'Signal', 'Remark']);
});

test('the hash of the page style is that of the style in the page', () => {
  const [style] = named(chartPage(coreGroups), 'style');
  expect(
    `sha256-${createHash('sha256')
      .update(style ?? '')
      .digest('base64')}`,
  ).toBe(chartPageStyleHash);
  expect(chartPage(coreGroups)).toContain(`<style>${style}</style>`);
});

test('a page is a whole document in British English, with a drawing for wide and one for narrow screens', () => {
  const page = chartPage(coreGroups);
  const elements = elementsOf(page);
  expect(page.startsWith('<!doctype html>')).toBe(true);
  expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: 'en-GB' } });
  expect(elements.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes.width)).toEqual(['800', '340']);
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

test('warnings are said beside the table and to a screen reader, trial limits on the picture, and the page says how it was computed', () => {
  const warnings = ['The limits rest on 6 points; with fewer than 12 they are trial limits.'];
  const trial = { ...coreGroups, caution: 'trial limits', warnings, provenance: ['Baseline: January 2026, 6 figures.'] };
  expect(named(chartSvg(trial), 'text')).toContain('p chart · trial limits · Higher is better');
  expect(named(chartSvg(trial), 'desc')[0]).toContain(warnings[0]);
  expect(named(chartPage(trial), 'li')).toEqual(expect.arrayContaining([...warnings, ...trial.provenance]));
  expect(firstSixMonths.warnings).not.toEqual([]);
});

test('a cycle titled with a sentence does not end it before its dates', () => {
  const cycles = [{ label: '1a', title: 'To learn what happens next.', from: '2026-05-11', to: null }];
  expect(named(chartPage({ ...coreGroups, cycles }), 'li')).toContain('1a, To learn what happens next: 11 May 2026 to now');
});
