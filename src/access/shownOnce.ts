/**
 * A secret on its way to the one answer that shows it. Written as JSON (a receipt, a log line, an error) it is null, so
 * a repeated request cannot show it again; only GraphQL, which takes the value of a text, gets it.
 */
export class ShownOnce {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  valueOf(): string {
    return this.#secret;
  }

  toString(): string {
    return 'a secret';
  }

  toJSON(): null {
    return null;
  }
}
