// @ts-check
// `npm run package`: a .vsix in out/, checked: it holds what runs and nothing else, and stays small.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { listFiles, createVSIX } from '@vscode/vsce';

// all of it without the network: nearly half is knowledge of APIs
const largest = 2_100_000;
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = `out/${name}-${version}.vsix`;

execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
mkdirSync('out', { recursive: true });
for (const old of readdirSync('out').filter((file) => file.endsWith('.vsix'))) rmSync(`out/${old}`);
// no repository is named yet, so links in the README stay as they are
await createVSIX({ packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });

const files = await listFiles({ dependencies: false });
const stray = files.filter(
  (file) =>
    !/^(package(\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE|bin\/|dist\/(client|server|webview|catalogue|snippets|projects)\/|media\/|syntaxes\/)/.test(
      file,
    ),
);
const { size } = statSync(vsix);
console.log(`${vsix}: ${(size / 1000).toFixed(0)} kB, ${files.length} files`);
if (stray.length > 0) fail(`it holds what it does not need: ${stray.join(', ')}`);
if (size > largest) fail(`it is larger than ${largest} bytes`);

/** @param {string} why */
function fail(why) {
  console.error(`${vsix}: ${why}`);
  process.exitCode = 1;
}
