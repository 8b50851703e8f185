/** The beginning of ids made from any text: letters, digits and hyphens, and different for different texts. */
export const idPrefixOf = (id: string): string =>
  `chart-${id.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`)}`;
