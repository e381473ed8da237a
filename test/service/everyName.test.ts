import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { StoredRecognition } from '../../src/catalogue/storedRecognition';
import type { NameTable } from '../../src/catalogue/types';
import { Names } from '../../src/service/names';
import { getLanguageService } from '../../src/service/languageService';
import { builtNames } from '../helpers/catalogue';

interface Place {
  uri: string;
  languageId: string;
  /** The file's text with the name in it, `‸` where the pointer rests. */
  write(name: string): string;
}

const place = (uri: string, languageId: string, write: (name: string) => string): Place => ({ uri, languageId, write });
const middle = (name: string) => `${name.slice(0, -1)}‸${name.slice(-1)}`;
const split = (name: string) => name.split(':') as [string, string];

/** For every table of names, a file in which such a name stands. A `*` in a name is filled with some rest. */
const places: Record<Exclude<NameTable, 'lookup' | 'proseInContext'>, Place> = {
  python: place('/a.py', 'python', (name) => `import ${middle(name)}\n`),
  java: place('/A.scala', 'scala', (name) => `import ${middle(name)}.Thing\n`),
  pypi: place('/requirements.txt', 'pip-requirements', (name) => `${middle(name)}==1.0\n`),
  maven: place('/build.sbt', 'scala', (name) => {
    const [group, artifact] = split(name);
    return `libraryDependencies += "${group}" % "${middle(artifact)}" % "1.0"\n`;
  }),
  images: place('/Dockerfile', 'dockerfile', (name) => `FROM ${middle(name)}:1.0\n`),
  terraformProviders: place(
    '/versions.tf',
    'terraform',
    (name) => `terraform {\n  required_providers {\n    x = {\n      source = "${middle(name)}"\n    }\n  }\n}\n`,
  ),
  terraformResources: place('/main.tf', 'terraform', (name) => `resource "${middle(name)}" "this" {\n}\n`),
  uris: place(
    '/app.ini',
    'ini',
    (name) =>
      `url = ${middle(name)}:${name === 'jdbc' ? 'any:' : ''}${name.startsWith('jdbc:') ? '' : '//'}host/path\n`,
  ),
  commands: place('/run.sh', 'shellscript', (name) => `${middle(name)} --version\n`),
  dbtAdapters: place(
    '/profiles.yml',
    'yaml',
    (name) => `shop:\n  target: dev\n  outputs:\n    dev:\n      type: ${middle(name)}\n`,
  ),
  dbtPackages: place(
    '/packages.yml',
    'yaml',
    (name) => `packages:\n  - package: ${middle(name)}\n    version: 1.0.0\n`,
  ),
  sparkFormats: place(
    '/job.py',
    'python',
    (name) => `from pyspark.sql import SparkSession\nspark.read.format("${middle(name)}").load()\n`,
  ),
  bundleKeys: place(
    '/databricks.yml',
    'yaml',
    (name) => `bundle:\n  name: shop\nresources:\n  ${middle(name)}:\n    one:\n      name: one\n`,
  ),
  prose: place('/README.md', 'markdown', (name) => `We run ${middle(name)} here.\n`),
};

/** Every name that the content gives a tool, written where it belongs, leads to that tool and to no other. */
describe('Every name in the catalogue', () => {
  const recognition = JSON.parse(readFileSync('dist/catalogue/recognition.json', 'utf8')) as StoredRecognition;
  const names = new Names(recognition, builtNames);
  const service = getLanguageService({ readCatalogue: builtNames, links: 'none' });

  for (const [table, { uri, languageId, write }] of Object.entries(places) as [keyof typeof places, Place][]) {
    it(`is recognised: ${table}`, async () => {
      const wrong: string[] = [];
      for (const [key, id] of names.entries(table)) {
        const marked = write(key.replaceAll('*', 'rest'));
        const document = TextDocument.create(`file:///project${uri}`, languageId, 1, marked.replace('‸', ''));
        const hover = await service.doHover(document, document.positionAt(marked.indexOf('‸')), { prose: true });
        service.forget(document.uri);
        const name = ((await names.card(id)) ?? (await names.termCard(id)))?.name;
        const { value = '' } = (hover?.contents ?? {}) as { value?: string };
        if (!value.startsWith(`**${name}** · `)) wrong.push(`${key} (${id}): ${value.split('\n')[0] || 'silence'}`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});
