import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import type { CompletionItem, CompletionList, Hover, SignatureHelp } from 'vscode-languageserver-types';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSession, type StdioSession } from './stdioClient';

const command = 'bin/data-engineering-language-server.cjs';

/** The built server on its own, over stdio, as Neovim or Helix starts it. `npm run build` comes first. */
describe('The server over stdio', () => {
  let session: StdioSession;
  before(async () => {
    session = await startSession(process.execPath, [command, '--stdio']);
  });
  after(() => session.stop());

  const hover = (uri: string, line: number, character: number) =>
    session.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line, character } });

  it('explains a tool, without links that only VS Code can follow', async () => {
    await session.open('file:///job.py', 'python', 'import pyspark\n');
    const found = await hover('file:///job.py', 0, 9);
    const { value = '' } = found?.contents as { value?: string };
    assert.match(value, /^\*\*PySpark\*\* · /);
    assert.match(value, /\[Documentation ↗\]\(https:/);
    assert.doesNotMatch(value, /command:/);
    assert.deepEqual(found?.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 14 } });
  });

  it('says nothing where nothing is to be said', async () => {
    await session.open('file:///plain.py', 'python', 'delta = a - b\n');
    assert.equal(await hover('file:///plain.py', 0, 2), null);
    assert.equal(await hover('file:///never-opened.py', 0, 2), null);
    assert.equal(await hover('file:///plain.py', 900, 900), null);
  });

  it('keeps up with a thousand edits while hovering', async () => {
    const uri = 'file:///edited.py';
    await session.open(uri, 'python', 'import pyspark\n');
    const answers: Promise<Hover | null>[] = [];
    for (let version = 2; version < 1002; version++) {
      const change = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' };
      await session.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
      if (version % 50 === 0) answers.push(hover(uri, version - 1, 9));
    }
    for (const answer of await Promise.all(answers)) assert.match(JSON.stringify(answer?.contents), /PySpark/);
  });

  it('survives what is no text', async () => {
    await session.open('file:///model.sql', 'sql', `\u0000\u0001\ufffd${'\u0000'.repeat(1000)}select {{ ref('x') }}`);
    assert.equal(await hover('file:///model.sql', 0, 3), null);
    await session.open('file:///broken.yml', 'yaml', 'a: [b\n  image: "apache/airflow:3\n- : : {{{\n\t}');
    await hover('file:///broken.yml', 1, 12);
    await session.open('file:///large.py', 'python', `import pyspark\n${'x = 1  # filler\n'.repeat(700_000)}`);
    assert.equal(await hover('file:///large.py', 0, 9), null);
    await session.open('file:///wide.py', 'python', `import pyspark; s = "${'a'.repeat(1_000_000)}"\n`);
    assert.match(JSON.stringify((await hover('file:///wide.py', 0, 9))?.contents), /PySpark/);
  });

  it('explains a symbol for the version that the project pins', async () => {
    const code = 'from pyspark.sql import functions as F\nF.listagg("a")\n';
    await session.open('file:///w/job.py', 'python', code);
    const open = await hover('file:///w/job.py', 1, 4);
    assert.match(JSON.stringify(open?.contents), /Since 4\.0.*no version is pinned/s);
    const files = [{ uri: 'file:///w/requirements.txt', text: 'pyspark==3.4.1\n' }];
    await session.notify('dataEngineering/manifests', { files });
    const pinned = await hover('file:///w/job.py', 1, 4);
    assert.match(JSON.stringify(pinned?.contents), /Not in 3\.4.*your project pins .*3\.4\.1/s);
  });

  it('reads the cells of a notebook as one, in their order', async () => {
    const cell = (name: string) => `vscode-notebook-cell:/w/a.ipynb#${name}`;
    const notebook = { uri: 'file:///w/a.ipynb', version: 1 };
    const open = (name: string, text: string) => ({ uri: cell(name), languageId: 'python', version: 1, text });
    const entry = (name: string) => ({ kind: 2, document: cell(name) });
    await session.notify('notebookDocument/didOpen', {
      notebookDocument: { ...notebook, notebookType: 'jupyter-notebook', cells: [entry('2')] },
      cellTextDocuments: [open('2', 'F.coalesce("a")')],
    });
    assert.equal(await hover(cell('2'), 0, 4), null);
    const first = 'from pyspark.sql import functions as F';
    const structure = { array: { start: 0, deleteCount: 0, cells: [entry('1')] }, didOpen: [open('1', first)] };
    await session.notify('notebookDocument/didChange', {
      notebookDocument: { ...notebook, version: 2 },
      change: { cells: { structure } },
    });
    const found = await hover(cell('2'), 0, 4);
    assert.match(JSON.stringify(found?.contents), /pyspark\.sql\.functions\.coalesce/);
    assert.deepEqual(found?.range, { start: { line: 0, character: 2 }, end: { line: 0, character: 10 } });
    const insert = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' };
    const textContent = [{ document: { uri: cell('2'), version: 2 }, changes: [insert] }];
    await session.notify('notebookDocument/didChange', {
      notebookDocument: { ...notebook, version: 3 },
      change: { cells: { textContent } },
    });
    assert.equal((await hover(cell('2'), 2, 4))?.range?.start.line, 2);
    const closed = { notebookDocument: notebook, cellTextDocuments: [{ uri: cell('1') }, { uri: cell('2') }] };
    await session.notify('notebookDocument/didClose', closed);
    assert.equal(await hover(cell('2'), 2, 4), null);
  });

  describe('completes', () => {
    const uri = 'file:///w/models/a.sql';
    const place = { textDocument: { uri }, position: { line: 0, character: 24 } };
    const complete = (context?: object) =>
      session.request<CompletionList | null>('textDocument/completion', { ...place, context });
    const help = () => session.request<SignatureHelp | null>('textDocument/signatureHelp', place);
    before(() => session.open(uri, 'sql', "{{ config(materialized='') }}"));

    it('values, each with what a hover says once it is looked at', async () => {
      const list = await complete({ triggerKind: 2, triggerCharacter: "'" });
      const item = list?.items.find(({ label }) => label === 'incremental');
      assert.deepEqual(item?.textEdit, {
        range: { start: place.position, end: place.position },
        newText: 'incremental',
      });
      assert.equal(item.documentation, undefined);
      const resolved = await session.request<CompletionItem>('completionItem/resolve', item);
      assert.match(JSON.stringify(resolved.documentation), /How the model is built.*\*\*`incremental`\*\*/s);
    });

    it('shows the parameters of a call', async () => {
      assert.equal((await help())?.signatures[0]?.label, 'config(materialized=…)');
    });

    it('as long as its switch is on, which counts at once', async () => {
      await session.set({ completion: { enabled: false }, signatureHelp: { enabled: true } });
      assert.deepEqual([await complete(), (await help()) !== null], [null, true]);
      await session.set({ completion: { enabled: true }, signatureHelp: { enabled: false } });
      assert.deepEqual([(await complete()) !== null, await help()], [true, null]);
      await session.set({});
      assert.deepEqual([(await complete()) !== null, (await help()) !== null], [true, true]);
    });

    it('nothing in a document that is not open', async () => {
      const unknown = { ...place, textDocument: { uri: 'file:///never-opened.sql' } };
      assert.equal(await session.request('textDocument/completion', unknown), null);
      assert.equal(await session.request('textDocument/signatureHelp', unknown), null);
    });
  });

  it('says what a model of the project on disk is, and follows it', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'dbt-'));
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    };
    write('dbt_project.yml', 'name: shop\n');
    write('models/orders.sql', 'select 1');
    write('models/build/built.sql', 'select 1');
    write('models/o.yml', 'models:\n  - name: orders\n    description: One row an order.\n');
    write('target/compiled/models/other.sql', 'select 1');
    mkdirSync(path.join(root, '..', `${path.basename(root)}-outside`));
    symlinkSync(path.join(root, '..', `${path.basename(root)}-outside`), path.join(root, 'seeds'));
    writeFileSync(path.join(root, 'seeds', 'secret.csv'), 'a');
    const uri = pathToFileURL(path.join(root, 'models', 'a.sql')).toString();
    const rooted = await startSession(process.execPath, [command, '--stdio'], {
      rootUri: pathToFileURL(root).toString(),
    });
    try {
      const text = "{{ ref('orders') }}\n{{ ref('other') }}\n{{ ref('secret') }}\n{{ ref('built') }}\n";
      await rooted.open(uri, 'sql', text);
      const at = async (line: number) => {
        const found = await rooted.request<Hover | null>('textDocument/hover', {
          textDocument: { uri },
          position: { line, character: 10 },
        });
        return found && (found.contents as { value: string }).value;
      };
      assert.equal(
        await at(0),
        '**orders** · model\n\nOne row an order\\.\n\n`models/orders.sql` · properties in `models/o.yml`',
      );
      assert.equal(await at(1), null);
      assert.equal(await at(2), null);
      assert.equal(await at(3), '**built** · model\n\n`models/build/built.sql`');
      const yaml = pathToFileURL(path.join(root, 'models', 'o.yml')).toString();
      await rooted.open(yaml, 'yaml', 'models:\n  - name: orders\n    description: Unsaved\n');
      assert.match((await at(0)) ?? '', /\n\nUnsaved\n\n/);
    } finally {
      await rooted.stop();
      rmSync(root, { recursive: true });
      rmSync(`${root}-outside`, { recursive: true });
    }
  });

  it('tells how it is used, and its version', () => {
    const usage = spawnSync(process.execPath, [command], { encoding: 'utf8' });
    assert.match(usage.stdout, /--stdio/);
    const version = spawnSync(process.execPath, [command, '--version'], { encoding: 'utf8' });
    assert.match(version.stdout, /^\d+\.\d+\.\d+/);
    assert.equal(spawnSync(process.execPath, [command, '--nonsense']).status, 1);
  });
});

describe('A server whose client is gone', () => {
  const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {} } };
  const framed = (message: object) => {
    const body = JSON.stringify(message);
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const ended = (input: string) =>
    spawnSync(process.execPath, [command, '--stdio'], { input, encoding: 'utf8', timeout: 20_000 });

  it('ends, with an error where the client did not take leave', () => {
    assert.equal(ended('').status, 1);
    assert.equal(ended(framed(initialize)).status, 1);
  });

  it('ends well after a shutdown', async () => {
    const server = spawn(process.execPath, [command, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const status = new Promise((resolve) => server.once('exit', resolve));
    server.stdin.write(framed(initialize) + framed({ jsonrpc: '2.0', id: 2, method: 'shutdown' }));
    let said = '';
    for await (const piece of server.stdout) if ((said += String(piece)).includes('"id":2')) break;
    server.stdin.end();
    assert.equal(await status, 0);
  });
});
