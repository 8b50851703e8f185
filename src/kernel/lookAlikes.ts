/** Letters of Cyrillic, of Greek and of phonetic writing, each with the Latin letter that it looks like. */
const PAIRS = [
  ...['АA', 'ВB', 'ЕE', 'ЅS', 'ІI', 'ЈJ', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'УY', 'ҮY', 'ХX', 'ԌG', 'ԚQ', 'ԜW'],
  ...['аa', 'вb', 'еe', 'ѕs', 'іi', 'јj', 'кk', 'мm', 'нh', 'оo', 'рp', 'сc', 'тt', 'уy', 'хx', 'һh', 'ԁd', 'ԛq', 'ԝw', 'ӏl'],
  ...['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX'],
  ...['αa', 'εe', 'ιi', 'κk', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', 'ıi', 'ɑa', 'ɡg'],
];
const LATIN: ReadonlyMap<string, string> = new Map(PAIRS.map(([letter, latin]) => [letter ?? '', latin ?? '']));
const FOREIGN = /[\p{sc=Cyrillic}\p{sc=Greek}ıɑɡ]/gu;

/** A text in which a letter that only looks Latin is Latin. */
export const withoutLookAlikes = (text: string): string => text.replace(FOREIGN, (letter) => LATIN.get(letter) ?? letter);
