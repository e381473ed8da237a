import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile';
import type { Problem } from './problem';
import { readProjects, writeProjects } from './projects';
import { checkContent } from './rules';
import { readContent } from './source';
import { readVerified } from './verified';
import { writeCatalogue } from './write';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    out: { type: 'string', default: 'dist' },
    check: { type: 'boolean', default: false },
    /** Writes in spite of problems, for a look at work in progress; the exit code still says that there are some. */
    force: { type: 'boolean', default: false },
  },
});

const { content, problems } = await readContent(path.resolve(values.root));
problems.push(...checkContent(content));
const projects = await readProjects(path.resolve(values.root), problems);
report(problems);
if ((problems.length === 0 || values.force) && !values.check) {
  await writeCatalogue(await compile(content, await readVerified(values.root)), path.resolve(values.out));
  await writeProjects(projects, path.resolve(values.out));
}
console.log(
  `content: ${content.topics.length} topics, ${content.tools.length} tools, ${content.comparisons.length} comparisons, ` +
    `${content.snippets.length} snippets, ${projects.length} projects, ${content.terms.length} terms, ` +
    `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function report(found: Problem[]): void {
  for (const { file, rule, message } of found) console.error(`${file}: ${message} [${rule}]`);
}
