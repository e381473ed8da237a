/**
 * Writes starter projects as the command does, through the same code: the template is compiled, the names are checked
 * and replaced. `npx tsx scripts/engines/project_generate.mts <folder> '{"lakehouse": {"project": "trips"}}'`; what is
 * not answered keeps its default. Prints the files of each project, by template.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../src/build/problem';
import { readProjects } from '../../src/build/projects';
import { defaultAnswers, generateProject } from '../../src/client/projects/generate';
import type { ProjectAnswers } from '../../src/client/projects/template';

const [folder = '', wanted = '{}'] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '../..');
const problems: Problem[] = [];
const templates = await readProjects(root, problems);
if (problems.length > 0) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));

const written: Record<string, string[]> = {};
for (const [id, answers] of Object.entries(JSON.parse(wanted) as Record<string, ProjectAnswers>)) {
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error(`there is no template ${id}`);
  const files = generateProject(template, { ...defaultAnswers(template), ...answers });
  for (const { path: name, text } of files) {
    const file = path.join(folder, id, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
  written[id] = files.map((file) => file.path);
}
console.log(JSON.stringify(written));
