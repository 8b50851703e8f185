/** What globalSetup tells the workers of one test run, through the environment they inherit. */
export interface TestRun {
  server?: TestServer;
  snapshot?: string;
}

export interface TestServer {
  url: string;
  /** Starts the name of each database this run makes, so that two runs on one server do not meet. */
  prefix: string;
}

const VARIABLE = 'GOLDEN_THREAD_TEST_RUN';

export function announce(run: TestRun): void {
  process.env[VARIABLE] = JSON.stringify(run);
}

export const runOf = (env: NodeJS.ProcessEnv): TestRun => JSON.parse(env[VARIABLE] ?? '{}') as TestRun;
