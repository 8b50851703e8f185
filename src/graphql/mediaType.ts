/** The two ways GraphQL over HTTP writes an answer. */
export type MediaType = 'application/json' | 'application/graphql-response+json';

const ranges: ReadonlyMap<string, MediaType> = new Map([
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/json', 'application/json'],
  ['application/*', 'application/json'],
  ['*/*', 'application/json'],
]);

/** The media type a caller likes best, the first of equals; undefined when it takes neither. */
export function mediaTypeFor(accept: string | undefined): MediaType | undefined {
  if (!accept?.trim()) return 'application/json';
  let best: { type: MediaType; quality: number } | undefined;
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const type = ranges.get(name);
    const quality = qualityOf(parameters);
    if (type && acceptsUtf8(parameters) && quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type;
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return Number.isFinite(quality) ? quality : 0;
}

const acceptsUtf8 = (parameters: readonly string[]): boolean =>
  parameters.every((parameter) => !parameter.startsWith('charset=') || isUtf8(parameter));

const isUtf8 = (parameter: string): boolean => /^charset="?utf-?8"?$/.test(parameter);

/** JSON in UTF-8 is the one form of body taken: no form or plain text a foreign page could send without asking first. */
export function isJson(contentType: string | undefined): boolean {
  const [name, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  return name === 'application/json' && acceptsUtf8(parameters);
}
