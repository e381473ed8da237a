import { strict as assert } from 'node:assert';
import { PassThrough, Writable } from 'node:stream';
import type { Message } from 'vscode-languageserver/node';
import { StdioReader, StdioWriter } from '../../src/server/stdio';

const framed = (message: object) => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

function reading() {
  const stream = new PassThrough();
  const reader = new StdioReader(stream);
  const read: Message[] = [];
  const errors: string[] = [];
  reader.onError(({ message }) => errors.push(message));
  const listening = reader.listen((message) => read.push(message));
  return { stream, read, errors, listening };
}

describe('Messages over stdio', () => {
  const messages = [{ id: 1 }, { id: 2, text: 'dé↗😀' }, { id: 3, text: 'x'.repeat(100_000) }, { id: 4 }];

  for (const size of [1, 7, 4096, 1_000_000]) {
    it(`are read from pieces of ${size} bytes`, () => {
      const { stream, read, errors } = reading();
      const bytes = Buffer.from(messages.map(framed).join(''));
      for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
      assert.deepEqual(read, messages);
      assert.deepEqual(errors, []);
    });
  }

  it('may have other headers, in any case', () => {
    const { stream, read } = reading();
    stream.write('Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: 8\r\n\r\n{"id":1}');
    assert.deepEqual(read, [{ id: 1 }]);
  });

  it('are read on after one that is none', () => {
    const { stream, read, errors } = reading();
    stream.write(`Content-Length: 4\r\n\r\n{{{{Length: 3\r\n\r\n${framed({ id: 5 })}`);
    assert.deepEqual(read, [{ id: 5 }]);
    assert.equal(errors.length, 2);
  });

  it('are no longer passed on once nobody listens', () => {
    const { stream, read, listening } = reading();
    listening.dispose();
    stream.write(framed({ id: 1 }));
    assert.deepEqual(read, []);
  });

  it('are written in one piece each', async () => {
    const pieces: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        pieces.push(chunk.toString());
        done();
      },
    });
    const writer = new StdioWriter(stream);
    await Promise.all(messages.map((message) => writer.write(message as unknown as Message)));
    assert.deepEqual(pieces, messages.map(framed));
  });

  it('that cannot be written are reported', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
    const writer = new StdioWriter(stream);
    const errors: string[] = [];
    writer.onError(([error]) => errors.push(error.message));
    await assert.rejects(writer.write({ id: 1 } as unknown as Message), /gone/);
    assert.ok(errors.includes('gone'));
  });
});
