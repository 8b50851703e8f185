import type { LogLevel } from '../config';
import type { Clock } from '../kernel/clock';

/** Counts, codes, ids and, where sign-ins were refused too often, network addresses: variables, tokens and anything about a person stay out. */
export type LogDetails = Readonly<Record<string, string | number | boolean | undefined>>;

export type LogEvent = (event: string, details?: LogDetails) => void;

export type Log = Readonly<Record<LogLevel, LogEvent>>;

export type WriteLine = (level: LogLevel, line: string) => void;

const order: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** One JSON object a line: informative ones to standard output, warnings and errors to standard error. */
export function createLog(least: LogLevel, clock: Clock, write: WriteLine = toStandardStreams): Log {
  const at =
    (level: LogLevel): LogEvent =>
    (event, details) => {
      if (order.indexOf(level) < order.indexOf(least)) return;
      write(level, JSON.stringify({ level, time: clock().toISOString(), event, ...details }));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function toStandardStreams(level: LogLevel, line: string): void {
  if (level === 'warn' || level === 'error') process.stderr.write(`${line}\n`);
  else process.stdout.write(`${line}\n`);
}

/** For people at a terminal: the address, a reason not to start. */
export const tell = (line: string): void => void process.stdout.write(`${line}\n`);
export const tellError = (line: string): void => void process.stderr.write(`${line}\n`);
