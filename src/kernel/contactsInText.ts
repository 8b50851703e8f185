/** Postcode areas of the United Kingdom (Royal Mail), so that "A1" or "QI 5" is not taken for one. */
const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W';
const POSTCODE = new RegExp(
  `\\b(?:${AREAS})\\d[A-Z\\d]?(?: ?[./-]? ?|,)\\d(?!st\\b|nd\\b|rd\\b|th\\b)[ABD-HJLNP-UW-Z]{2}\\b`,
  'i',
);

export const hasPostcode = (text: string): boolean => POSTCODE.test(text);

const DOT = '(?: ?\\. ?| ?[([{<] ?dot ?[)\\]}>] ?| dot )';
const AT = '(?: ?@ ?| ?[([{<] ?at ?[)\\]}>] ?)';
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,62})';
const EMAIL = new RegExp(`[a-z\\d][\\w.+'-]{0,63}${AT}${LABEL}(?:${DOT}${LABEL}){1,6}`, 'i');
/** "looked at www.gov.uk" is none: with a plain "at" the dots have to be spelled too. */
const SPELLED_EMAIL = new RegExp(`\\b[a-z\\d][\\w.+'-]{0,63} at ${LABEL}(?: dot ${LABEL}){1,6}\\b`, 'i');

export const hasEmail = (text: string): boolean => EMAIL.test(text) || SPELLED_EMAIL.test(text);

const MARKS = '[ ()./-]{0,3}';
const DATE = '\\d\\d([./-])(?:0\\d|1[0-2])\\1(?:19|20)\\d\\d(?!\\d)';
/**
 * A geographic or mobile number of the United Kingdom (Ofcom: 01, 02 and 07). Helplines (03, 08) belong to nobody.
 */
const PHONE = new RegExp(
  `(?<![\\d.,/-])(?!${DATE})(?:(?:\\+|00)44${MARKS}(?:\\(?0\\)?${MARKS})?|\\(?0)[127](?:(?:${MARKS}|,)\\d){9}(?!\\d|[.,]\\d)`,
);

export const hasPhone = (text: string): boolean => PHONE.test(text);

const STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Crescent|Cres|Terrace|Place|Court|Gardens|Grove|Square|Wynd|Close|Way|Brae|Loan|Row)';
const ADDRESS = new RegExp(`(?<![\\d.])\\d{1,4}[a-z]?(?:/\\d{1,2})?,? (?:[A-Z][a-z'-]+ ){1,3}${STREET}\\b`);

/** A house number with the name of a street, which is written with capitals: "5 working days in place" is none. */
export const hasAddress = (text: string): boolean => ADDRESS.test(text);
