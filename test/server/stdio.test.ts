import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver-types';
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
