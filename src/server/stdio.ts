import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';

// The library's reader and writer of streams pass a message on at the next turn of the event loop, and write its head
// and its body apart. With a hover that is ready in microseconds, these turns were most of what a client waited for.

const headEnd = '\r\n\r\n';

/** Passes on each message of a stream as soon as its last byte is there. What is no message is reported and passed over. */
export class StdioReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  #chunks: Buffer[] = [];
  /** Bytes in the chunks. */
  #size = 0;
  /** Bytes that must be there before reading on makes sense. */
  #needed = 0;

  constructor(stream: Readable) {
    super();
    this.#stream = stream;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer) => this.#take(chunk, callback);
    this.#stream
      .on('data', onData)
      .on('error', (error) => this.fireError(error))
      .on('close', () => this.fireClose());
    return { dispose: () => this.#stream.off('data', onData) };
  }

  #take(chunk: Buffer, callback: DataCallback): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    let rest = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#size);
    this.#needed = 0;
    for (let head = rest.indexOf(headEnd); head >= 0; head = rest.indexOf(headEnd)) {
      const start = head + headEnd.length;
      const length = contentLength(rest.toString('latin1', 0, head));
      if (length === undefined) this.fireError(new Error('A message has no Content-Length.'));
      const end = start + (length ?? 0);
      if (rest.length < end) {
        this.#needed = end;
        break;
      }
      if (length !== undefined) this.#pass(rest.toString('utf8', start, end), callback);
      rest = rest.subarray(end);
    }
    this.#chunks = [rest];
    this.#size = rest.length;
  }

  #pass(body: string, callback: DataCallback): void {
    try {
      callback(JSON.parse(body) as Message);
    } catch (error) {
      this.fireError(error);
    }
  }
}

function contentLength(head: string): number | undefined {
  const length = /^content-length: *(\d+) *$/im.exec(head)?.[1];
  return length === undefined ? undefined : Number(length);
}

/** Writes each message to a stream in one piece. */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error)).on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}${headEnd}${body}`;
    return new Promise((resolve, reject) => {
      this.#stream.write(whole, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
