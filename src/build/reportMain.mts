import { compileApi } from './api/compile';
import { coverageOf, coverageText } from './api/coverage';
import { weightText } from './api/weight';
import { readContent } from './source';
import { reportOn, type PageReport } from './report';

/** `npm run content:report`: what the content rests on. Fails only on what the rules forbid. */
const { content, problems } = await readContent('.');
const { pages, findings } = reportOn(content, new Date().toISOString().slice(0, 10));

const sum = (key: Exclude<keyof PageReport, 'file'>) => pages.reduce((total, page) => total + page[key], 0);
console.log(
  '| page | facts | sourced | unverified | older than 180 days | references |\n| --- | --- | --- | --- | --- | --- |',
);
for (const { file, facts, sourced, unverified, old, references } of pages) {
  console.log(`| ${file} | ${facts} | ${sourced} | ${unverified} | ${old} | ${references} |`);
}
console.log(
  `| **all ${pages.length} pages** | ${sum('facts')} | ${sum('sourced')} | ${sum('unverified')} | ${sum('old')} | ${sum('references')} |`,
);
for (const [what, found] of Object.entries(findings)) {
  console.log(`\n${what}: ${found.length === 0 ? 'none' : ''}`);
  for (const line of found) console.log(`- ${line}`);
}
console.log(`\n${coverageText(coverageOf(content.api))}\n\n${weightText(compileApi(content.api))}`);
process.exitCode = problems.length + (findings['rules broken']?.length ?? 0) > 0 ? 1 : 0;
