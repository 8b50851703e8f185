/** A block of code between fences. */
export interface Fenced {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** Code within a sentence. */
interface Span {
  readonly text: string;
  readonly line: number;
}

export interface Markdown {
  readonly blocks: readonly Fenced[];
  readonly spans: readonly Span[];
  readonly headings: readonly string[];
  /** Where links and pictures lead. */
  readonly links: readonly string[];
  /** Fences that are not three backticks, or of which one of the two is missing. */
  readonly faults: readonly string[];
}

const FENCE = /^\s*(`{3,}|~{3,})\s*(.*?)\s*$/;

/** As much of markdown as the documentation here is written in: a fence opens with the name of a language or closes bare. */
export function readMarkdown(text: string): Markdown {
  const blocks: Fenced[] = [];
  const spans: Span[] = [];
  const headings: string[] = [];
  const links: string[] = [];
  const faults: string[] = [];
  let open: { language: string; line: number; lines: string[] } | undefined;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const [, marks, language = ''] = FENCE.exec(content) ?? [];
    if (marks && marks !== '```') faults.push(`${line}: ${marks}`);
    if (marks && open && language) faults.push(`${line}: opens within the block of line ${open.line}`);
    if (marks && open) {
      blocks.push({ language: open.language, text: open.lines.join('\n'), line: open.line });
      open = language ? { language, line, lines: [] } : undefined;
    } else if (marks) open = { language, line, lines: [] };
    else if (open) open.lines.push(content);
    else {
      if (/^#{1,6} /.test(content)) headings.push(content.trim());
      spans.push(...[...content.matchAll(/`([^`]+)`/g)].map(([, span = '']) => ({ text: span, line })));
      links.push(...[...content.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link));
    }
  }
  if (open) faults.push(`${open.line}: is never closed`);
  return { blocks, spans, headings, links, faults };
}
