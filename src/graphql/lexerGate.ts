import { Lexer, Source, TokenKind } from 'graphql';
import { assertWithin, limitBroken, type Limits } from './limits';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads a document as tokens only, so that one that is too long or too deeply nested is refused before the recursive parser
 * and the validation rules see it. A document that is not GraphQL passes: the parser says what is wrong with it.
 */
export function assertLexable(document: string, limits: Limits): void {
  const kinds = kindsIn(document);
  let tokens = 0;
  let directives = 0;
  let depth = 0;
  for (const kind of kinds) {
    tokens += 1;
    if (tokens > limits.tokens) throw tooLong(limits);
    if (kind === TokenKind.AT) directives += 1;
    if (opening.has(kind)) depth += 1;
    if (closing.has(kind)) depth -= 1;
    assertWithin('brackets', limits, depth, 'levels of brackets');
    assertWithin('directives', limits, directives, 'directives');
  }
}

function* kindsIn(document: string): Generator<TokenKind> {
  const lexer = new Lexer(new Source(document));
  for (let kind = nextKind(lexer); kind !== undefined && kind !== TokenKind.EOF; kind = nextKind(lexer)) yield kind;
}

function nextKind(lexer: Lexer): TokenKind | undefined {
  try {
    return lexer.advance().kind;
  } catch {
    return undefined;
  }
}

const tooLong = (limits: Limits) =>
  limitBroken('tokens', `This document is too long: the limit is ${limits.tokens} words and signs (tokens).`);
