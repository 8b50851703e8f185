import { decodedThroughout } from './decoding';

const LAST_CODE_POINT = 0x10ffff;

/** The names of marks that can stand inside a number, a date or an address; letters and digits are encoded by number. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"' },
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', numsp: ' ', tab: ' ', newline: ' ', shy: '', zwj: '', zwnj: '' },
  ...{ commat: '@', period: '.', comma: ',', colon: ':', sol: '/', num: '#', plus: '+', lowbar: '_', lpar: '(', rpar: ')' },
  ...{ hyphen: '-', dash: '-', ndash: '-', mdash: '-', minus: '-' },
};
const ENTITY = /&(?:#(\d{1,8});?|#x([\da-f]{1,7});?|([a-z]{2,7});)/gi;

/** A text with its character references ("&#64;", "&commat;") replaced by what they stand for. */
export const withoutEntities = (text: string): string =>
  decodedThroughout(text, (last) =>
    last.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? entity;
      const point = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
      return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : entity;
    }),
  );

const COMMENT = /<!--[^]{0,500}?-->/g;
const TAG_BETWEEN_WORDS =
  /<\/?(?:address|article|blockquote|br|d[dlt]|div|h[1-6r]|li|ol|p|pre|section|t[drh]|table|ul)\b[^<>]{0,500}>/gi;
const TAG = /<[!?/]?(?:[a-z[-][^<>]{0,500})?>/gi;

/** A text as a page shows it: a tag that begins a new block parts words, any other is not seen. */
export const withoutTags = (text: string): string => text.replace(COMMENT, '').replace(TAG_BETWEEN_WORDS, ' ').replace(TAG, '');
