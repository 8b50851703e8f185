import type { Logger } from 'typeorm';

const nothing = (): void => undefined;

/** Passes on the text of each statement and never its parameters, which may be personal; the rest of TypeORM's log is dropped. */
export class StatementLogger implements Logger {
  constructor(private readonly onStatement: (sql: string) => void = nothing) {}

  logQuery(sql: string): void {
    this.onStatement(sql);
  }

  logQueryError = nothing;
  logQuerySlow = nothing;
  logSchemaBuild = nothing;
  logMigration = nothing;
  log = nothing;
}
