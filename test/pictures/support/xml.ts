export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The characters directly inside, with entities resolved. */
  text: string;
}

const TOKEN = /<!doctype html>|<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][A-Za-z0-9:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Every element of a document in order of its start. Throws unless it is well-formed: as strict as what we write needs. */
export function elementsOf(source: string): XmlElement[] {
  const open: XmlElement[] = [];
  const all: XmlElement[] = [];
  if (NOT_XML.test(source)) throw new Error('There is a character that XML does not allow');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source);
    if (!token) throw new Error(`Not well-formed at ${at}: ${source.slice(at, at + 80)}`);
    const [whole, closing, name, attributes = '', selfClosing, text] = token;
    if (text !== undefined) addText(open.at(-1), text);
    else if (whole.startsWith('<!')) continue;
    else if (closing === '/') close(open, name ?? '');
    else start({ open, all }, { name: name ?? '', attributes: attributesOf(attributes), text: '' }, selfClosing === '/');
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.map(({ name }) => name).join(', ')}`);
  return all;
}

function addText(parent: XmlElement | undefined, text: string): void {
  if (parent) parent.text += resolved(text);
  else if (text.trim() !== '') throw new Error(`Text outside the document: ${text}`);
}

function close(open: XmlElement[], name: string): void {
  const last = open.pop();
  if (last?.name !== name) throw new Error(`${name} closes ${last?.name ?? 'nothing'}`);
}

function start({ open, all }: { open: XmlElement[]; all: XmlElement[] }, element: XmlElement, isClosed: boolean): void {
  if (open.length === 0 && all.length > 0) throw new Error('There are two roots');
  all.push(element);
  if (!isClosed) open.push(element);
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([A-Za-z][A-Za-z0-9:-]*)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, resolved(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`An attribute twice: ${source}`);
  return Object.fromEntries(pairs);
}

function resolved(text: string): string {
  const left = text.replace(/&(?:amp|lt|gt|quot|#39);/g, '');
  if (left.includes('&')) throw new Error(`An ampersand that is not escaped: ${text}`);
  return text.replace(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity] ?? '');
}
