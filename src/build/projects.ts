import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { parseAs } from './parse';
import type { Problem } from './problem';
import { idSchema } from './schema/content';

const line = (most: number) => z.string().min(1).max(most).regex(/^.*$/, 'one line');

const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  ask: line(60),
  help: line(120),
  /** Stands in the template's files, and is what the answer replaces. */
  default: z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/),
  pattern: z.string().default('[a-z][a-z0-9]*(_[a-z0-9]+)*'),
  message: line(120).default('Lower-case letters, digits and single underscores; the first is a letter.'),
});

const templateSchema = z.strictObject({
  /** Its place in the list of templates. */
  order: z.int(),
  title: line(40),
  description: line(160),
  tools: z.array(idSchema).min(1),
  needs: z.array(line(60)).min(1),
  run: line(80),
  questions: z.array(questionSchema).min(1),
});

/** What `projects/<id>.json` holds; `src/client/projects/template.ts` says what each part means. */
export interface CompiledProject extends z.infer<typeof templateSchema> {
  id: string;
  files: Record<string, string>;
}

/** The catalogue's files about projects, by path below `catalogue/`. */
export type ProjectFiles = Record<string, unknown>;

/** Templates → `projects/index.json` in their order, and one file each. */
export function projectFiles(projects: readonly CompiledProject[]): ProjectFiles {
  const index = projects.map(({ id, title, description, tools, needs }) => ({ id, title, description, tools, needs }));
  return Object.fromEntries([
    ['projects/index.json', index],
    ...projects.map((project): [string, CompiledProject] => [`projects/${project.id}.json`, project]),
  ]);
}

/** Writes them below `out` (normally `dist`), beside the catalogue, which is written first. */
export async function writeProjects(projects: readonly CompiledProject[], out: string): Promise<void> {
  await mkdir(path.join(out, 'catalogue/projects'), { recursive: true });
  for (const [file, value] of Object.entries(projectFiles(projects))) {
    await writeFile(path.join(out, 'catalogue', file), JSON.stringify(value));
  }
}

/** Reads and compiles every folder of `snippets/projects` that has a `template.yml`; the others are samples. */
export async function readProjects(root: string, problems: Problem[]): Promise<CompiledProject[]> {
  const base = path.join(root, 'snippets/projects');
  const entries = await readdir(base, { withFileTypes: true }).catch(() => []);
  const projects: CompiledProject[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const files = await readFolder(path.join(base, name));
    const project = 'template.yml' in files ? compileProject(name, files, problems) : undefined;
    if (project) projects.push(project);
  }
  return projects.sort((a, b) => a.order - b.order);
}

/** Path → text of what stands below a folder, without what its .gitignore excludes. */
async function readFolder(folder: string): Promise<Record<string, string>> {
  const ignored = ignores(await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => ''));
  const files: Record<string, string> = {};
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      const name = path.posix.join(below, entry.name);
      if (ignored(entry.isDirectory() ? `${name}/` : name)) continue;
      if (entry.isDirectory()) await walk(name);
      else files[name] = await readFile(path.join(folder, name), 'utf8');
    }
  };
  await walk('');
  return files;
}

/**
 * One template from the files of its folder (path → text, with forward slashes). `template.yml` describes it and is not
 * part of it; what the project's own .gitignore excludes was left there by a run and is not either.
 */
export function compileProject(
  id: string,
  folder: Record<string, string>,
  problems: Problem[],
): CompiledProject | undefined {
  const file = `snippets/projects/${id}/template.yml`;
  const data = parseAs(templateSchema, () => parseYaml(folder['template.yml'] ?? '') as unknown, file, problems);
  if (!data) return undefined;
  const ignored = ignores(folder['.gitignore'] ?? '');
  const kept = Object.entries(folder).filter(([path]) => path !== 'template.yml' && !ignored(path));
  const project = { id, ...data, files: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) };
  for (const message of findProblems(project)) problems.push({ file, rule: 'project', message });
  return project;
}

/** The part of .gitignore's language that the templates use: `name/`, `name` and `*.ending`, at any depth. */
function ignores(gitignore: string): (path: string) => boolean {
  const patterns = gitignore.split('\n').filter((text) => text !== '' && !text.startsWith('#'));
  const folders = new Set(patterns.filter((text) => text.endsWith('/')).map((text) => text.slice(0, -1)));
  const endings = patterns.filter((text) => text.startsWith('*')).map((text) => text.slice(1));
  const names = new Set(patterns);
  return (path) => {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    return parts.some((part) => folders.has(part)) || names.has(name) || endings.some((end) => name.endsWith(end));
  };
}

function findProblems({ files, questions, run }: CompiledProject): string[] {
  const everything = Object.entries(files).flat().join('\n');
  const unused = questions.filter(({ default: name }) => !everything.includes(name));
  return [
    ...['README.md', '.gitignore', '.github/workflows/ci.yml'].flatMap((path) =>
      path in files ? [] : `a project has a file ${path}`,
    ),
    ...unused.map(
      ({ id, default: name }) => `questions.${id}: “${name}” stands in no file, so the answer has no effect`,
    ),
    ...(files['README.md']?.includes(run) ? [] : [`README.md does not show the command “${run}”`]),
    ...Object.keys(files).flatMap((path) => (/^[\w./-]+$/.test(path) ? [] : `${path}: plain names only`)),
    ...Object.entries(files).flatMap(([path, text]) => (text.includes('\r') ? `${path}: lines end in \\n` : [])),
    ...Object.entries(files).flatMap(([path, text]) => (text.includes('\u{fffd}') ? `${path}: text files only` : [])),
  ];
}
