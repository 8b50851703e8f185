import { textWidth } from '../../src/pictures/textWidth';
import { glyphWidths } from './support/glyphWidths';

const fonts = [
  ['400Regular/Roboto_400Regular', false],
  ['700Bold/Roboto_700Bold', true],
] as const;

test.each(fonts)('no character of %s is wider than measured', (name, isBold) => {
  const width = glyphWidths(require.resolve(`@expo-google-fonts/roboto/${name}.ttf`));
  const wider = Array.from({ length: 0x2200 - 32 }, (_, index) => String.fromCharCode(index + 32)).filter((character) => {
    const real = width(character);
    return real !== null && !/\p{Mark}/u.test(character) && real > textWidth(character, { size: 1000, isBold }) + 0.5;
  });
  expect(wider).toEqual([]);
});

test('a word is about as wide as it is drawn, so that room is not wasted', () => {
  const regular = glyphWidths(require.resolve('@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf'));
  const text = 'Initial core groups within 15 working days';
  const drawn = Array.from(text).reduce((sum, character) => sum + (regular(character) ?? 0), 0);
  expect(textWidth(text, { size: 1000, isBold: false }) / drawn).toBeLessThan(1.05);
});
