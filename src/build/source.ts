import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readApi, type ApiSource } from './api/source';
import type { Problem } from './problem';
import { guideSchema, type GuideSource } from './guides';
import { parseAs } from './parse';
import {
  categorySchema,
  comparisonSchema,
  idSchema,
  redirectsSchema,
  termSchema,
  toolSchema,
  topicSchema,
} from './schema/content';
import { readSnippet, type SnippetSource } from './snippetSource';

export interface Source<T> {
  id: string;
  /** Path from the repository's root, with forward slashes. */
  file: string;
  data: T;
  /** Markdown after the front matter; empty for YAML files. */
  body: string;
}

export type TopicSource = Source<z.infer<typeof topicSchema>>;
export type ToolSource = Source<z.infer<typeof toolSchema>>;
export type ComparisonSource = Source<z.infer<typeof comparisonSchema>>;
export type TermSource = Source<z.infer<typeof termSchema>>;
export type CategorySource = z.infer<typeof categorySchema>;

/** Everything authors wrote, parsed and valid in form; what it says is checked by the rules. */
export interface Content {
  categories: CategorySource[];
  topics: TopicSource[];
  tools: ToolSource[];
  comparisons: ComparisonSource[];
  snippets: SnippetSource[];
  terms: TermSource[];
  guides: GuideSource[];
  api: ApiSource[];
  /** By the old link, `tool:old`: the link that took its place. */
  redirects: Record<string, string>;
}

export const redirectsFile = 'src/content/redirects.yml';

const yamlText = z.record(z.string(), z.unknown());

/** Reads all content below `root` (the repository). Files that do not fit their schema become problems and are left out. */
export async function readContent(root: string): Promise<{ content: Content; problems: Problem[] }> {
  const problems: Problem[] = [];
  const folder = (name: string) => path.join(root, 'src/content', name);
  const content: Content = {
    categories: await readCategories(root, problems),
    topics: await readFolder(root, folder('topics'), '.md', topicSchema, problems),
    tools: await readFolder(root, folder('tools'), '.md', toolSchema, problems),
    comparisons: await readFolder(root, folder('comparisons'), '.yml', comparisonSchema, problems),
    snippets: await readSnippets(root, problems),
    terms: await readFolder(root, folder('terms'), '.md', termSchema, problems),
    guides: await readFolder(root, folder('guides'), '.yml', guideSchema, problems),
    api: await readApi(root, problems),
    redirects: await readRedirects(root, problems),
  };
  return { content, problems };
}

async function readCategories(root: string, problems: Problem[]): Promise<CategorySource[]> {
  const file = 'src/content/categories.yml';
  const text = await readFile(path.join(root, file), 'utf8');
  return parseAs(z.array(categorySchema), () => parseYaml(text) as unknown, file, problems) ?? [];
}

/** A file that need not be there: a catalogue in which nothing was renamed has none. */
async function readRedirects(root: string, problems: Problem[]): Promise<Record<string, string>> {
  const text = await readFile(path.join(root, redirectsFile), 'utf8').catch(() => '{}');
  return parseAs(redirectsSchema, () => parseYaml(text) as unknown, redirectsFile, problems) ?? {};
}

async function readFolder<T>(
  root: string,
  directory: string,
  extension: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Promise<Source<T>[]> {
  const sources: Source<T>[] = [];
  for (const name of await filesIn(directory, extension)) {
    const absolute = path.join(directory, name);
    const source = readSource(await readFile(absolute, 'utf8'), relative(root, absolute), schema, problems);
    if (source) sources.push(source);
  }
  return sources;
}

function readSource<T>(text: string, file: string, schema: z.ZodType<T>, problems: Problem[]): Source<T> | undefined {
  const id = path.posix.basename(file).replace(/\.(md|yml)$/, '');
  if (!idSchema.safeParse(id).success) {
    problems.push({ file, rule: 'schema', message: `the file name is the id: make "${id}" kebab-case` });
    return undefined;
  }
  const parts = file.endsWith('.md') ? splitFrontMatter(text) : { yaml: text, body: '' };
  if (!parts) {
    problems.push({ file, rule: 'schema', message: 'start the file with front matter between two lines of ---' });
    return undefined;
  }
  const data = parseAs(schema, () => yamlText.parse(parseYaml(parts.yaml)), file, problems);
  return data === undefined ? undefined : { id, file, data, body: parts.body };
}

function splitFrontMatter(text: string): { yaml: string; body: string } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? { yaml: match[1] ?? '', body: text.slice(match[0].length).replaceAll('\r\n', '\n') } : undefined;
}

async function readSnippets(root: string, problems: Problem[]): Promise<SnippetSource[]> {
  const sources: SnippetSource[] = [];
  const base = path.join(root, 'snippets');
  for (const tool of await foldersIn(base)) {
    if (tool === 'projects') continue;
    for (const name of await filesIn(path.join(base, tool), '')) {
      const absolute = path.join(base, tool, name);
      const source = readSnippet(await readFile(absolute, 'utf8'), relative(root, absolute), tool, problems);
      if (source) sources.push(source);
    }
  }
  return sources;
}

async function filesIn(directory: string, extension: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => name !== 'README.md')
    .sort();
}

async function foldersIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function relative(root: string, absolute: string): string {
  return path.relative(root, absolute).split(path.sep).join('/');
}
