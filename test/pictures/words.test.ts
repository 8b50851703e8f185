import { escapeXml } from '../../src/pictures/escapeXml';
import { shortened, wrapped } from '../../src/pictures/fitText';
import { formatValue } from '../../src/pictures/formatValue';
import { idPrefixOf } from '../../src/pictures/idPrefix';
import { textWidth } from '../../src/pictures/textWidth';
import { notationOf } from '../../src/pictures/tickLabels';

const font = { size: 12, isBold: false };

test.each([
  [83.3333, '%', '83.3%'],
  [100, '%', '100%'],
  [0, '%', '0%'],
  [4.5678, 'days', '4.57 days'],
  [1234.56, 'days', '1,235 days'],
  [1234567, null, '1,234,567'],
  [0.012345, null, '0.0123'],
  [-2.5, 'points', '\u22122.5 points'],
  [-0.00001, null, '\u22121\u00d710\u207b\u2075'],
  [1.5e18, null, '1.5\u00d710\u00b9\u2078'],
  [25, '\u00a3', '\u00a325'],
  [-25, '\u00a3', '\u2212\u00a325'],
  [7, '  ', '7'],
])('%p with the unit %p is written %s', (value, unit, written) => {
  expect(formatValue(value, unit)).toBe(written);
});

test.each([
  [[0, 20, 40], '%', ['0%', '20%', '40%']],
  [[0, 0.5, 1], 'days', ['0', '0.5', '1']],
  [[0, 50_000, 100_000], null, ['0', '50k', '100k']],
  [[0, 5e11, 1e12], null, ['0', '0.5tn', '1tn']],
  [[-2e9, 0, 2e9], null, ['\u22122bn', '0', '2bn']],
  [[0, 2e-9, 4e-9], null, ['0', '2\u00d710\u207b\u2079', '4\u00d710\u207b\u2079']],
  [[0, 2000, 4000], null, ['0', '2,000', '4,000']],
  [[1_000_000, 1_000_001], null, ['1,000,000', '1,000,001']],
])('the ticks %p in %p are written %p', (ticks, unit, written) => {
  expect(ticks.map(notationOf(ticks, unit).tick)).toEqual(written);
});

test('what is escaped holds no markup, no quote, no control and no half of a character', () => {
  expect(escapeXml('<b a="1" c=\'2\'>&amp;</b>')).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;');
  expect(escapeXml('a\u0000\u0008b\ufffec\ud800d\u202ee\u2066')).toBe('abc\ufffdde');
  expect(escapeXml('one\n\ttwo')).toBe('one two');
  expect(escapeXml('\ud83d\ude00 \u05e9\u05dc\u05d5\u05dd')).toBe('\ud83d\ude00 \u05e9\u05dc\u05d5\u05dd');
});

test('a text too long is cut with an ellipsis, never within a character', () => {
  expect(shortened('short', 100, font)).toBe('short');
  const cut = shortened('\ud83d\ude00'.repeat(40), 100, font);
  expect(cut).toMatch(/^(\ud83d\ude00)+\u2026$/u);
  expect(textWidth(cut, font)).toBeLessThanOrEqual(100);
  expect(shortened('word', 5, font)).toBe('');
});

test('a title wraps at spaces, and a word longer than the line is broken', () => {
  expect(wrapped('Initial core groups within 15 days', 110, font, 2)).toEqual(['Initial core groups', 'within 15 days']);
  const broken = wrapped('x'.repeat(100), 110, font, 2);
  expect(broken).toHaveLength(2);
  expect(broken.every((line) => textWidth(line, font) <= 110)).toBe(true);
  expect(wrapped(' ', 110, font, 2)).toEqual([]);
});

test('ids of different texts differ', () => {
  const ids = ['a b', 'a-b', 'a_b', 'a_20_b', '<b>', ''].map(idPrefixOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^chart-[A-Za-z0-9_-]*$/.test(id))).toBe(true);
});
