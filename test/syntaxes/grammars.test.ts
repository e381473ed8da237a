import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = 'test/syntaxes/cases';
const grammar = (name: string) => ['-g', path.join('node_modules/tm-grammars/grammars', `${name}.json`)];
const bases = ['sql', 'yaml', 'python', 'jinja'].flatMap(grammar);
const scopes: Record<string, string> = { '.sql': 'source.sql', '.yml': 'source.yaml', '.py': 'source.python' };

describe('Injected grammars', () => {
  for (const name of readdirSync(folder).filter((file) => !file.endsWith('.snap'))) {
    it(name, function () {
      this.timeout(30_000);
      const file = path.join(folder, name);
      // the tool writes a missing snapshot, which would make any first run green; UPDATE_SNAPSHOTS=1 asks for that
      const update = process.env.UPDATE_SNAPSHOTS === '1';
      assert.ok(update || existsSync(`${file}.snap`), `${file}.snap is missing; write it with UPDATE_SNAPSHOTS=1`);
      const scope = scopes[path.extname(name)] ?? '';
      const args = [...(update ? ['-u'] : []), ...bases, '-s', scope, file];
      const run = spawnSync('npx', ['vscode-tmgrammar-snap', ...args], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    });
  }
});
