import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hoverLanguages } from '../../src/client/languages';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json');
const strings = read('package.nls.json');
const { contributes } = manifest;
const source = (file: string) => readFileSync(file, 'utf8');
const ids = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));

describe('The manifest', () => {
  it('declares exactly the commands that the code registers', () => {
    const declared = contributes.commands.map((command: { command: string }) => command.command).sort();
    const registered = ids(source('src/client/commands/register.ts'), /'(dataEngineering\.\w+)':/g);
    assert.deepEqual(declared, [...registered].sort());
  });

  it('declares exactly the views that the code fills', () => {
    const declared = contributes.views.dataEngineering.map((view: { id: string }) => view.id).sort();
    const filled = ids(source('src/client/trees/views.ts'), /'(dataEngineering\.\w+)':/g);
    const asked = ids(source('src/client/workspace/workspaceTree.ts'), /ViewId = '(dataEngineering\.\w+)'/g);
    assert.deepEqual(declared, [...filled, ...asked].sort());
  });

  it('activates on exactly the languages that the server is asked about, and on its panel', () => {
    const expected = ['onWebviewPanel:dataEngineering.page', ...hoverLanguages.map((id) => `onLanguage:${id}`)];
    assert.deepEqual([...manifest.activationEvents].sort(), expected.sort());
  });

  it('declares every setting that the server reads, with the same default', async () => {
    const { defaultSettings } = await import('../../src/protocol/server');
    for (const [key, value] of Object.entries(
      contributes.configuration.properties as Record<string, { default: unknown }>,
    )) {
      const path = key.split('.').slice(1);
      const byDefault = path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], defaultSettings);
      assert.equal(byDefault, value.default, key);
    }
    const declared = Object.keys(contributes.configuration.properties).length;
    assert.equal(declared, Object.values(defaultSettings).flatMap((area) => Object.keys(area)).length);
  });

  it('has a string for every placeholder, and no string without one', () => {
    const used = ids(source('package.json'), /"%([\w.]+)%"/g);
    assert.deepEqual([...used].sort(), Object.keys(strings).sort());
  });

  it('contributes every snippet file that the compiler writes, and no other', () => {
    const written = readdirSync('dist/snippets').map((file) => `./dist/snippets/${file}`);
    const contributed = new Set(contributes.snippets.map((entry: { path: string }) => entry.path));
    assert.deepEqual([...contributed].sort(), written.sort());
  });

  it('names files that exist', () => {
    const paths = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      ...Object.values<string>(manifest.bin),
      ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
      ...contributes.viewsContainers.activitybar.map((container: { icon: string }) => container.icon),
    ];
    for (const path of paths) assert.equal(existsSync(path), true, path);
  });

  it('works untrusted and virtual, asks for no newer editor than its types, and has the id that links use', async () => {
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: { supported: true },
    });
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
    const { extensionId } = await import('../../src/client/extensionId');
    assert.equal(extensionId, `${manifest.publisher}.${manifest.name}`);
  });
});
