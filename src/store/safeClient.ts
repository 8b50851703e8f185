import { Client, type ClientConfig } from 'pg';

type Send = (...args: unknown[]) => unknown;

interface Wire {
  connection: { stream: { destroy(reason: Error): void } };
  connectionParameters: { query_timeout: number | false };
}

const wireOf = (client: Client): Wire => client as unknown as Wire;

/** A connection that once failed to answer never answers again: without this, the pool keeps lending it out. */
export class SafeClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Send;
    this.query = ((...args: unknown[]) => this.watch(send(...args))) as Client['query'];
  }

  private watch(answer: unknown): unknown {
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') wireOf(this).connection.stream.destroy(error);
      });
    }
    return answer;
  }
}

/** Lets one piece of work take as long as it needs, such as a migration over large tables. */
export async function withoutTimeouts<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const parameters = wireOf(client).connectionParameters;
  const usual = parameters.query_timeout;
  parameters.query_timeout = false;
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0');
  try {
    return await work();
  } finally {
    parameters.query_timeout = usual;
    // Refused in a transaction that has failed, whose end takes these settings back by itself; the failure is what must be told.
    await client
      .query('reset statement_timeout; reset idle_in_transaction_session_timeout; reset lock_timeout')
      .catch(() => undefined);
  }
}
