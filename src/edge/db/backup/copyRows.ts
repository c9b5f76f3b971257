import type { ClientBase, Connection, Submittable } from 'pg';

// What pg's client calls on a statement under way; its own statements do not speak COPY.
interface Copying extends Submittable {
  handleError(error: Error): void;
  handleCommandComplete(message: { text: string }): void;
  handleReadyForQuery(): void;
  handleRowDescription(): void;
  handleCopyData(message: { chunk: Uint8Array }): void;
  handleCopyInResponse(connection: CopyConnection): void;
}

interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

/** Hands all that a `COPY … TO STDOUT` gives to `take`, bytes as they come; gives the count of rows. */
export const copyOut = (client: ClientBase, statement: string, take: (bytes: Uint8Array) => void): Promise<number> => {
  let failed: unknown;
  return copying(
    client,
    statement,
    {
      handleCopyData: ({ chunk }) => {
        try {
          if (failed === undefined) take(chunk);
        } catch (error) {
          failed = error; // the rest is read and let fall: the connection has no other way to stop
        }
      },
    },
    () => failed,
  );
};

/** Feeds the pieces to a `COPY … FROM STDIN`; gives the count of rows. */
export const copyIn = (client: ClientBase, statement: string, pieces: Iterable<Uint8Array>): Promise<number> => {
  let failed: unknown;
  const feed = async (connection: CopyConnection): Promise<void> => {
    try {
      for (const piece of pieces) {
        connection.sendCopyFromChunk(Buffer.from(piece.buffer, piece.byteOffset, piece.length)); // it takes nothing else
        await drained(connection);
      }
      connection.endCopyFrom();
    } catch (error) {
      failed = error;
      connection.sendCopyFail('its source could not be read');
    }
  };
  return copying(client, statement, { handleCopyInResponse: (connection) => void feed(connection) }, () => failed);
};

const drained = async ({ stream }: CopyConnection): Promise<void> => {
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((done) => stream.once('drain', done).once('close', done));
};

const copying = (
  client: ClientBase,
  statement: string,
  own: Partial<Copying>,
  failure: () => unknown,
): Promise<number> =>
  new Promise((resolve, reject) => {
    let rows = 0;
    client.query<Copying>({
      submit: (connection) => void (connection as unknown as { query(text: string): void }).query(statement),
      handleCommandComplete: ({ text }) => {
        rows = Number(text.split(' ').at(-1));
      },
      handleReadyForQuery: () => (failure() === undefined ? resolve(rows) : reject(failure())),
      handleError: (error) => reject(failure() ?? error),
      handleRowDescription: () => {},
      handleCopyData: () => {},
      handleCopyInResponse: (connection) => connection.sendCopyFail('nothing to send'),
      ...own,
    });
  });
