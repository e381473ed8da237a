import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

interface Metafile {
  inputs: Record<string, unknown>;
  outputs: Record<string, { imports: { path: string; external?: boolean }[] }>;
}

const read = (bundle: string) => JSON.parse(readFileSync(`out/meta/${bundle}.json`, 'utf8')) as Metafile;
const inputs = (bundle: string) => Object.keys(read(bundle).inputs);
const externals = (bundle: string) =>
  Object.values(read(bundle).outputs).flatMap((output) =>
    output.imports.filter((one) => one.external).map((one) => one.path),
  );

/** What esbuild put where, so that a stray import is seen before it costs start-up time or breaks the browser. */
describe('Bundles', () => {
  for (const bundle of ['client-browser', 'server-browser', 'page']) {
    it(`${bundle} needs nothing of Node`, () => {
      assert.deepEqual(
        externals(bundle).filter((path) => path !== 'vscode'),
        [],
      );
    });
  }

  for (const bundle of ['client-node', 'client-library', 'client-browser', 'page']) {
    it(`${bundle} holds no parser and no language service`, () => {
      assert.deepEqual(
        inputs(bundle).filter((file) => /@lezer|src\/(service|server|build)\//.test(file)),
        [],
      );
    });
  }

  it('the client starts without the language client library', () => {
    assert.deepEqual(
      inputs('client-node').filter((file) => /vscode-language|vscode-jsonrpc/.test(file)),
      [],
    );
  });

  it('nothing that ships holds a YAML or schema library', () => {
    const all = ['client-node', 'client-library', 'client-browser', 'server-node', 'server-browser', 'page'].flatMap(
      inputs,
    );
    assert.deepEqual(
      all.filter((file) => /node_modules\/(yaml|zod)\//.test(file)),
      [],
    );
  });
});
