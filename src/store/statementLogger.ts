import type { Logger } from 'typeorm';

const nothing = (): void => undefined;

type Told = (text: string) => void;

/** Passes on the text of each statement and never its parameters, which may be personal. */
export class StatementLogger implements Logger {
  constructor(
    private readonly onStatement: Told = nothing,
    private readonly onMessage: Told = nothing,
  ) {}

  logQuery(sql: string): void {
    this.onStatement(sql);
  }

  logSchemaBuild(message: string): void {
    this.onMessage(message);
  }

  logMigration(message: string): void {
    this.onMessage(message);
  }

  logQueryError = nothing;
  logQuerySlow = nothing;
  log = nothing;
}
