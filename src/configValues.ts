import { StartError } from './kernel/startError';

/** A setting that cannot be used; its sentence names the environment variable. */
export class ConfigError extends StartError {}

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as absent: that is how a compose file hands on one that is not set. */
export const textOf = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

/** What is between the commas; undefined when the variable is absent. */
export function listOf(env: Environment, name: string): string[] | undefined {
  const parts = textOf(env, name)
    ?.split(',')
    .map((part) => part.trim());
  return parts?.filter(Boolean);
}

export function wholeNumberOf(env: Environment, name: string, range: { least: number; most: number; usual: number }): number {
  const text = textOf(env, name);
  if (text === undefined) return range.usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= range.least && value <= range.most) return value;
  throw new ConfigError(`${name} must be a whole number from ${range.least} to ${range.most}; it is "${text}".`);
}

export function choiceOf(env: Environment, name: string, usual: boolean): boolean {
  const text = textOf(env, name)?.toLowerCase();
  if (text === undefined) return usual;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ConfigError(`${name} must be true or false; it is "${text}".`);
}
