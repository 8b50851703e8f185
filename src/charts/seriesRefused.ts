export type SeriesRefusal = 'DUPLICATE_PERIOD' | 'BAD_PERIOD' | 'BAD_OPTION';

/** The only error of this folder: a question that has no answer. Odd data never end up here; they get an answer and a warning. */
export class SeriesRefused extends Error {
  constructor(
    readonly code: SeriesRefusal,
    message: string,
  ) {
    super(message);
    this.name = 'SeriesRefused';
  }
}
