import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Connection, Submittable } from 'pg';
import type { PoolClient } from './pool.ts';

/**
 * PostgreSQL's COPY in its text format, which every version reads, as streams. `pg` has the messages of the protocol but no interface
 * to them (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY); nothing is kept but what is under way.
 */
type CopyConnection = Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
};

const bufferBytes = 1 << 20;

/** Rows of `copy … to stdout`, whole ones in each chunk. A reader that leaves early cuts the connection: nothing else would stop the rows. */
export function copyOut(client: PoolClient, sql: string): Readable {
  const query = new CopyOut(sql);
  client.query(query);
  return query.rows;
}

/** Sends `copy … from stdin` its rows. @throws what the rows throw, or what the database says of them */
export async function copyIn(client: PoolClient, sql: string, rows: AsyncIterable<Buffer>): Promise<void> {
  const query = new CopyIn(sql, rows);
  client.query(query);
  await query.done;
}

/** What `pg` asks of a query besides `submit`. */
class Quiet {
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCommandComplete(): void {}
}

class CopyOut extends Quiet implements Submittable {
  readonly rows: Readable;
  readonly #sql: string;
  #connection: Connection | null = null;
  #isOver = false;

  constructor(sql: string) {
    super();
    this.#sql = sql;
    this.rows = new Readable({
      highWaterMark: bufferBytes,
      read: () => void this.#connection?.stream.resume(),
      destroy: (error, done) => {
        if (!this.#isOver) this.#connection?.stream.destroy();
        done(error);
      },
    });
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#sql);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    if (this.rows.destroyed) return;
    // The parser uses its memory again.
    if (!this.rows.push(Buffer.from(chunk))) connection.stream.pause();
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFail('this statement reads');
  }

  handleError(error: Error): void {
    this.#isOver = true;
    this.#connection?.stream.resume();
    this.rows.destroy(error);
  }

  handleReadyForQuery(): void {
    this.#isOver = true;
    this.rows.push(null);
  }
}

class CopyIn extends Quiet implements Submittable {
  readonly done: Promise<void>;
  readonly #sql: string;
  readonly #rows: AsyncIterable<Buffer>;
  #resolve: () => void = () => {};
  #reject: (error: Error) => void = () => {};
  #isOver = false;
  #fault: Error | null = null;

  constructor(sql: string, rows: AsyncIterable<Buffer>) {
    super();
    this.#sql = sql;
    this.#rows = rows;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    void this.#send(connection);
  }

  async #send(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.#rows) {
        if (this.#isOver) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
      }
      connection.endCopyFrom();
    } catch (error) {
      this.#fault = error as Error;
      if (!this.#isOver) connection.sendCopyFail('the rows could not be read');
    }
  }

  handleCopyData(): void {}

  handleError(error: Error): void {
    this.#isOver = true;
    this.#reject(this.#fault ?? error);
  }

  handleReadyForQuery(): void {
    this.#isOver = true;
    this.#resolve();
  }
}
