import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { parseAs } from '../parse';
import type { Problem } from '../problem';
import { idSchema } from '../schema/content';
import { explanationSchema, type Explanation, type ExplanationFile } from './explanation';
import { explainedSections, parseInventory, type ExplainedSection, type Inventory } from './inventory';
import { namePattern, scopeSchema, type Scope } from './scope';

/** An executed example, as `npm run api:examples` stored it. */
export interface StoredExample {
  over?: unknown;
  schema?: string;
  code: string;
  result: string;
}

export interface ApiSource {
  /** The folder's name: `pyspark`. */
  id: string;
  /** The folder, from the repository's root, with forward slashes. */
  folder: string;
  inventory: Inventory;
  scope: Scope;
  explanations: { file: string; data: ExplanationFile }[];
  examples: Record<string, StoredExample>;
}

/** Inventories whose examples are executed, and in which section they stand. */
export const executed: Readonly<Record<string, ExplainedSection>> = { pyspark: 'symbols', 'spark-sql': 'functions' };

const examplesSchema = z.object({
  examples: z.record(
    z.string(),
    z.strictObject({
      over: z.unknown().optional(),
      schema: z.string().optional(),
      code: z.string(),
      result: z.string(),
    }),
  ),
});

/** Reads every folder of `src/content/api` that holds an inventory. */
export async function readApi(root: string, problems: Problem[]): Promise<ApiSource[]> {
  const base = path.join(root, 'src/content/api');
  const folders = await readdir(base, { withFileTypes: true }).catch(() => []);
  const ids = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(ids.sort().map((id) => readFolder(root, id, problems)));
}

async function readFolder(root: string, id: string, problems: Problem[]): Promise<ApiSource> {
  const folder = `src/content/api/${id}`;
  const names = (await readdir(path.join(root, folder))).sort();
  const text = (name: string) => readFile(path.join(root, folder, name), 'utf8');
  const inventory = parseInventory(await text('inventory.json'));
  let scope: Scope = { areas: [], excluded: [], kept: [], shards: [], unshipped: [] };
  const explanations: ApiSource['explanations'] = [];
  for (const name of names.filter((one) => one.endsWith('.yml'))) {
    const file = `${folder}/${name}`;
    const yaml = await text(name);
    const read = () => parseYaml(yaml) as unknown;
    if (name === 'scope.yml') scope = parseAs(scopeSchema, read, file, problems) ?? scope;
    else if (!idSchema.safeParse(name.replace(/\.yml$/, '')).success) {
      problems.push({ file, rule: 'schema', message: 'make the file name kebab-case' });
    } else {
      const data = parseAs(explanationSchema, read, file, problems);
      if (data) explanations.push({ file, data });
    }
  }
  keepNames(inventory, scope);
  const { examples } = names.includes('examples.json')
    ? examplesSchema.parse(JSON.parse(await text('examples.json')))
    : { examples: {} };
  return { id, folder, inventory, scope, explanations, examples: examples as ApiSource['examples'] };
}

function keepNames({ sections: { symbols = {} } }: Inventory, { kept }: Scope): void {
  const patterns = kept.flatMap(({ names }) => names.map(namePattern));
  for (const [name, entry] of Object.entries(symbols)) {
    if (entry.removed !== undefined && patterns.some((one) => one.test(name))) delete entry.removed;
  }
}

export interface ExplainedEntry {
  file: string;
  section: ExplainedSection;
  name: string;
  entry: Explanation;
  of: ExplanationFile;
}

/** Every entry that authors wrote, file by file. */
export function* entriesOf(source: ApiSource): Iterable<ExplainedEntry> {
  for (const { file, data } of source.explanations) {
    for (const section of explainedSections) {
      for (const [name, entry] of Object.entries(data[section])) yield { file, section, name, entry, of: data };
    }
  }
}
