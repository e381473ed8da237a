import { readdirSync, readFileSync } from 'node:fs';
import { unpackPage, type StoredPage } from '../../src/catalogue/stored';
import type { CatalogueIndex, ComparisonPage, Page } from '../../src/catalogue/types';
import { Bench, type Panel } from './browser';
import { comparisonPage, guidePage, landscapeFixture, storesTable, toolPage, topicPage } from './fixtures';

/**
 * Measures the page in Chromium: `npx tsx test/webview/bench.mts [runs]`. It judges nothing; the bars are those of the
 * project: a page is painted 50 ms after the click, the largest table is filtered in 16 ms.
 */
const runs = Number(process.argv[2] ?? 30);

/** Six tools by 90 questions in three groups, each cell with a note and a source: more than any table that ships. */
const largest: ComparisonPage = {
  ...comparisonPage,
  id: 'largest',
  table: {
    ...storesTable,
    id: 'largest',
    subjects: Array.from({ length: 6 }, (_, at) => ({ id: `s${at}`, name: `Subject ${at}`, tool: `subject-${at}` })),
    questions: Array.from({ length: 90 }, (_, at) => ({
      id: `q${at}`,
      ask: `Question number ${at}`,
      group: `Group ${Math.floor(at / 30)}`,
      cells: Object.fromEntries(
        Array.from({ length: 6 }, (_unused, subject) => [
          `s${subject}`,
          {
            value: `Answer ${(at * 7 + subject * 3) % 50}, a few words`,
            note: 'One sentence that opens in place.',
            references: [1 + ((at + subject) % 5)],
            checked: '2026-11-20',
          },
        ]),
      ),
    })),
  },
};

const catalogue = 'dist/catalogue';
const read = <T,>(file: string) => JSON.parse(readFileSync(`${catalogue}/${file}`, 'utf8')) as T;
const cells = ({ table }: ComparisonPage) => table.subjects.length * table.questions.length;

/** The comparison with the most cells that ships; `npm run content` comes first. */
async function largestShipped(): Promise<ComparisonPage> {
  const index = read<CatalogueIndex>('index.json');
  const files = readdirSync(`${catalogue}/pages`).filter((file) => file.startsWith('comparison-'));
  const stored = files.flatMap((file) => Object.values(read<Record<string, StoredPage>>(`pages/${file}`)));
  const all = await Promise.all(stored.map((page) => unpackPage(page, index, () => Promise.resolve(''))));
  const comparisons = all.flatMap((page) => (page.kind === 'comparison' ? page : []));
  return comparisons.reduce((best, page) => (cells(page) > cells(best) ? page : best));
}

interface Times {
  /** From the press to the end of script, style and layout. */
  work: number;
  /** From the press to the frame after: it waits for the screen, at most one frame. */
  painted: number;
}

/** A link is pressed, and the panel answers at once with the page. */
async function open(panel: Panel, page: Page): Promise<Times> {
  return panel.tab.evaluate(async (data) => {
    const link = document.querySelector<HTMLElement>('article a[href^="tool:"], article a[href^="comparison:"]');
    const start = performance.now();
    link?.click();
    await new Promise<void>((handled) => {
      addEventListener('message', () => queueMicrotask(handled), { once: true });
      postMessage({ type: 'show', page: data, canGoBack: true, canGoForward: false });
    });
    document.body.getBoundingClientRect();
    const work = performance.now() - start;
    await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
    return { work, painted: performance.now() - start };
  }, page);
}

async function type(panel: Panel, text: string): Promise<Times> {
  return panel.tab.evaluate(async (value) => {
    const input = document.querySelector<HTMLInputElement>('.filter > input')!;
    const start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event('input'));
    document.body.getBoundingClientRect();
    const work = performance.now() - start;
    await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
    return { work, painted: performance.now() - start };
  }, text);
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

/** The fastest is what the page itself takes; how far the others are from it is what else the machine did. */
function report(name: string, times: Times[]): void {
  const column = (key: keyof Times, part: number): string =>
    `${quantile(
      times.map((one) => one[key]),
      part,
    ).toFixed(1)} ms`;
  console.log(
    `| ${name} | ${column('work', 0)} | ${column('work', 0.5)} | ${column('work', 0.95)} | ${column('painted', 0)} | ${column('painted', 0.5)} | ${column('painted', 0.95)} |`,
  );
}

const bench = await Bench.start();
const panel = await bench.open({ width: 1200 });
const shipped = await largestShipped();
const pages: Record<string, Page> = {
  topic: await topicPage(),
  tool: toolPage,
  comparison: comparisonPage,
  'largest table that ships': shipped,
  'a table of 540 cells': largest,
  guide: guidePage,
  landscape: landscapeFixture,
};
await panel.show(toolPage);
console.log(`Page in Chromium, warm, ${runs} runs; work is script, style and layout, painted waits for the frame`);
console.log(
  '| what | work, fastest | p50 | p95 | painted, fastest | p50 | p95 |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const [name, page] of Object.entries(pages)) {
  const times: Times[] = [];
  for (let run = -3; run < runs; run++) {
    await panel.show(name === 'tool' ? comparisonPage : toolPage);
    const time = await open(panel, page);
    if (run >= 0) times.push(time);
  }
  report(`click to painted: ${name}`, times);
}
for (const [name, page] of Object.entries({ 'largest table that ships': shipped, 'a table of 540 cells': largest })) {
  await panel.show(page);
  const filtering: Times[] = [];
  for (let run = -3; run < runs; run++)
    for (const text of ['a', 'an', 'answer 1', 'answer 12', 'nothing of it', '']) {
      const time = await type(panel, text);
      if (run >= 0) filtering.push(time);
    }
  report(`filter: ${name}, each key`, filtering);
}
await bench.stop();
