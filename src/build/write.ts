import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packPage } from '../catalogue/stored';
import { packRecognition } from '../catalogue/storedRecognition';
import type { Compiled } from './compile';
import { shardPages } from './shards';

/** Writes the compiled catalogue below `out` (normally `dist`), replacing what was there. */
export async function writeCatalogue(compiled: Compiled, out: string): Promise<void> {
  const catalogue = path.join(out, 'catalogue');
  const snippets = path.join(out, 'snippets');
  await Promise.all([catalogue, snippets].map((folder) => rm(folder, { recursive: true, force: true })));
  const { shards, ids } = shardPages(compiled.pages);
  const { recognition, cards } = packRecognition(compiled.recognition);
  const files = new Map<string, unknown>([
    [path.join(catalogue, 'index.json'), { ...compiled.index, shards: ids }],
    [path.join(catalogue, 'recognition.json'), recognition],
    ...[...cards].map(([name, text]): [string, unknown] => [path.join(catalogue, 'cards', `${name}.json`), text]),
    ...shards.map(({ file, pages }): [string, unknown] => [
      path.join(catalogue, 'pages', file),
      Object.fromEntries(pages.map((page) => [page.id, packPage(page)])),
    ]),
    ...[...compiled.api].map(([name, file]): [string, unknown] => [path.join(catalogue, 'api', `${name}.json`), file]),
    ...Object.entries(compiled.snippetFiles).map(([language, file]): [string, unknown] => [
      path.join(snippets, `${language}.json`),
      file,
    ]),
  ]);
  await Promise.all([...files.keys()].map((file) => mkdir(path.dirname(file), { recursive: true })));
  await Promise.all([...files].map(([file, value]) => writeFile(file, JSON.stringify(value))));
}
