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

/** A checked example, as `npm run api:examples` stored it: with the result it gave, or how else it was checked. */
export interface StoredExample {
  over?: unknown;
  schema?: string;
  code: string;
  result?: string;
  how?: string;
}

export interface ApiSource {
  /** The folder's name: `pyspark`. */
  id: string;
  /** The folder, from the repository's root, with forward slashes. */
  folder: string;
  inventory: Inventory;
  scope: Scope;
  explanations: { file: string; data: ExplanationFile }[];
  examples: Partial<Record<ExplainedSection, Record<string, StoredExample>>>;
}

/**
 * How an example was checked where no result is shown: it ran; it ran up to a service that is not here; its template was
 * rendered; what it defines was built; or the tool's own parser accepted it.
 */
const checks = ['executed', 'called', 'rendered', 'instantiated', 'parsed'] as const;

const storedSchema = z.union([
  z.strictObject({
    over: z.unknown().optional(),
    schema: z.string().optional(),
    code: z.string(),
    result: z.string(),
  }),
  z.strictObject({ code: z.string(), how: z.enum(checks) }),
]);

const examplesSchema = z.object({
  examples: z.partialRecord(z.enum(explainedSections), z.record(z.string(), storedSchema)),
});

/** What was stored of an example, if anything. */
export function storedExample({ examples }: ApiSource, section: ExplainedSection, name: string) {
  const ofSection: Record<string, StoredExample> = examples[section] ?? {};
  return Object.hasOwn(ofSection, name) ? ofSection[name] : undefined;
}

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
