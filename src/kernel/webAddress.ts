import { decodedThroughout } from './decoding';

const ENCODED = /(?:%[0-9a-f]{2})+/gi;
const BETWEEN_WORDS = /[-_+/=&?#;:,.~!*'()]+/g;

/**
 * What a web address says, for looking things up in it: decoded, once as it is written and once with blanks for the marks that
 * stand between the words of an address.
 */
export function wordsOfAddress(address: string): string {
  const written = withoutPercentCodes(address);
  return `${written}\n${written.replace(BETWEEN_WORDS, ' ')}`;
}

/** A text with what is encoded as in web addresses ("%40") replaced by what it stands for. */
export const withoutPercentCodes = (text: string): string =>
  decodedThroughout(text, (last) =>
    last.replace(ENCODED, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    }),
  );
