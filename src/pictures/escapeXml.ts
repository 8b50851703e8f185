const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Overrides and isolates can make the text after them read backwards; no word in any script needs them.
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
// Not characters of XML 1.0, even escaped: a parser refuses the whole document.
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Text without what XML cannot hold and what would reorder its neighbours, on one line. */
export const plainText = (text: string): string =>
  text.replace(LONE_SURROGATES, '\ufffd').replace(NOT_XML, '').replace(DIRECTION_CONTROLS, '').replace(/\s+/g, ' ').trim();

/** Safe as the content of an element and within a quoted attribute, in SVG and in HTML. */
export const escapeXml = (text: string): string => plainText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
