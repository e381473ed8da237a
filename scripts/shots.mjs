// @ts-check
// `npm run shots`: pictures of the real thing, every page kind in four themes and three widths, for people to look at.
// `--readme` takes only those that the README shows, into media/screenshots.
import { parseArgs } from 'node:util';
import * as drive from './host/drive.mjs';
import { runMain } from './host/failure.mjs';
import { endOnSignals } from './host/leftovers.mjs';
import { runInHost } from './host/runInHost.mjs';
import { sampleDir, temporaryCopy } from './host/sample.mjs';
import path from 'node:path';
import { projectDir } from './host/cache.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./host/settings.mjs').Theme} Theme */

const { values } = parseArgs({
  options: {
    readme: { type: 'boolean' },
    theme: { type: 'string' },
    /** One kind of page: tool, topic, … */
    only: { type: 'string' },
    out: { type: 'string', default: 'out/shots' },
  },
});
const folder = path.resolve(values.readme ? 'media/screenshots' : values.out);
/** @type {Theme[]} */
const themes = values.theme
  ? [/** @type {Theme} */ (values.theme)]
  : values.readme
    ? ['dark', 'light']
    : ['light', 'dark', 'high-contrast', 'high-contrast-light'];

/** One of each kind of page, by what finds it. */
const pages = {
  tool: 'Apache Spark',
  topic: 'Database vs data warehouse vs data lake',
  comparison: 'Orchestrators',
  snippet: 'spark-read-csv',
  term: 'Shuffle',
  guide: 'Choose a warehouse',
  landscape: 'Landscape of tools',
};
const widths = { wide: 1600, middle: 1000, narrow: 560 };

runMain(async () => {
  endOnSignals();
  const workspace = temporaryCopy(sampleDir);
  try {
    for (const theme of themes) {
      const onPage = values.readme ? readme(theme) : everything(theme);
      await runInHost({
        host: 'web',
        extensionDir: projectDir,
        workspace: workspace.copy,
        theme,
        onPage,
        scale: values.readme ? 2 : 1,
      });
    }
  } finally {
    workspace.remove();
  }
  console.log(`Pictures are in ${path.relative(projectDir, folder)}.`);
});

/** @param {Theme} theme @returns {(page: Page) => Promise<void>} */
function everything(theme) {
  return async (page) => {
    const shot = (/** @type {string} */ name) => drive.screenshot(page, path.join(folder, `${name}-${theme}.png`));
    await drive.setSize(page, 1280, 800);
    await drive.openFile(page, 'jobs/orders.py');
    await drive.openViewContainer(page, 'Data Engineering');
    await drive.hover(page, 'pyspark', { timeout: 30_000 });
    await shot('hover');
    await search(page, 'kafka');
    await shot('search');
    await page.keyboard.press('Escape');
    await drive.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    for (const [kind, title] of Object.entries(pages)) {
      if (values.only && values.only !== kind) continue;
      await openBySearch(page, title);
      for (const [name, width] of Object.entries(widths)) {
        await drive.setSize(page, width, 900);
        await shot(`${kind}-${name}`);
      }
      await drive.setSize(page, 1280, 800);
    }
    await drive.runCommand(page, 'Data Engineering: Compare…');
    await tick(page, ['Apache Airflow', 'Dagster', 'Prefect']);
    for (const [name, width] of Object.entries(widths)) {
      await drive.setSize(page, width, 900);
      await shot(`compared-${name}`);
    }
  };
}

/** Ticks tools in the picker, by keyboard. @param {Page} page @param {string[]} names */
async function tick(page, names) {
  const input = page.locator(quickInput);
  for (const name of names) {
    await input.fill(name);
    await page
      .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(name)}]`)
      .first()
      .click();
  }
  await page.keyboard.press('Enter');
  await drive.webview(page).locator('table').waitFor();
}

/** @param {Theme} theme @returns {(page: Page) => Promise<void>} */
function readme(theme) {
  return async (page) => {
    const shot = (/** @type {string} */ name) => drive.screenshot(page, path.join(folder, `${name}.png`));
    await drive.setSize(page, 1100, 640);
    await drive.openViewContainer(page, 'Data Engineering');
    if (theme === 'dark') {
      await drive.openFile(page, 'jobs/orders.py');
      await drive.hover(page, 'pyspark', { timeout: 30_000 });
      await shot('hover');
      await goToLine(page, 49);
      await drive.hover(page, 'row_number', { timeout: 30_000 });
      await shot('api');
      await openBySearch(page, pages.topic);
      await shot('topic');
    } else {
      await openBySearch(page, pages.comparison);
      await shot('comparison');
      await search(page, 'snowflaek');
      await shot('search');
    }
  };
}

const quickInput = '.quick-input-widget input[type="text"]';

/** By VS Code's own command, from the editor. @param {Page} page @param {number} line */
async function goToLine(page, line) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+g');
  await page.locator(quickInput).fill(`:${line}`);
  await page.keyboard.press('Enter');
}

/** Types into the search, and waits for the first hit. @param {Page} page @param {string} text */
async function search(page, text, attempts = 3) {
  await drive.runCommand(page, 'Data Engineering: Search');
  try {
    await page.locator(quickInput).fill(text, { timeout: 6000 });
  } catch (error) {
    // a page that is only now given the focus takes it from the picker, which then closes
    if (attempts === 1) throw error;
    return search(page, text, attempts - 1);
  }
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
}

/** @param {Page} page @param {string} title */
async function openBySearch(page, title) {
  await search(page, title);
  const heading = drive.webview(page).locator('h1');
  const before = (await page.locator('iframe.webview.ready:visible').count()) > 0 ? await heading.textContent() : '';
  await page.keyboard.press('Enter');
  await heading.filter({ hasNotText: before || 'Loading' }).waitFor();
}
