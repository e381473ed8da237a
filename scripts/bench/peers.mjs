// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../cache.mjs';

/** Other language servers from npm, at fixed versions, installed beside the project and not into it. */
const packages = { 'yaml-language-server': '2.0.0', 'vscode-langservers-extracted': '4.10.0', pyright: '1.1.414' };
const folder = cacheFolder('bench');

/** Installs the peers once; resolves to the commands that start them over stdio. */
export function installPeers() {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path.join(folder, 'node_modules/pyright'))) {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    console.log('Installing the peers …');
    execFileSync('npm', ['install', '--no-package-lock', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  }
  const bin = (/** @type {string} */ file) => path.join(folder, 'node_modules', file);
  return {
    'vscode-css-language-server': [bin('vscode-langservers-extracted/bin/vscode-css-language-server'), '--stdio'],
    'yaml-language-server': [bin('yaml-language-server/bin/yaml-language-server'), '--stdio'],
    'pyright-langserver': [bin('pyright/langserver.index.js'), '--stdio'],
  };
}
