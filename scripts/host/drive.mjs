// @ts-check
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { themes } from './settings.mjs';

/**
 * What a user does in a VS Code window, for Playwright. Everything waits for what it causes.
 * @typedef {import('playwright-core').Page} Page
 */

const quickInput = '.quick-input-widget input[type="text"]';

/** Waits until the window is there and restored. @param {Page} page */
export async function whenReady(page) {
  await page.waitForFunction('globalThis.driver', undefined, { timeout: 60_000 });
  await page.evaluate('driver.whenWorkbenchRestored()');
}

/**
 * Picks the entry with exactly this label in VS Code's quick input.
 * @param {Page} page
 * @param {string} typed what is typed, `>` in front for a command
 * @param {string} label
 */
async function pick(page, typed, label) {
  await page.keyboard.press('F1');
  await page.locator(quickInput).waitFor();
  await choose(page, typed, label);
}

/**
 * Runs a command by the title that the palette shows, such as `Data Engineering: Search`.
 * @param {Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  await pick(page, `>${title}`, title);
  // Closed, or already another's: what the command asks.
  await page.waitForFunction((selector) => {
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector(selector));
    return !input?.checkVisibility() || !input.value.startsWith('>');
  }, quickInput);
}

/**
 * Answers the quick pick that is there, or about to be: types, and takes the entry with this label.
 * @param {Page} page
 * @param {string} typed
 * @param {string} label how the entry's accessible label begins
 */
export async function choose(page, typed, label) {
  await page.locator(quickInput).fill(typed);
  await page
    .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(label)}]`)
    .first()
    .click();
}

/**
 * Opens a file of the workspace in an editor, at a place if one is given.
 * @param {Page} page
 * @param {string} file path below the workspace folder, with forward slashes
 * @param {{ line?: number, column?: number }} [place] from 1
 */
export async function openFile(page, file, place = {}) {
  const name = path.posix.basename(file);
  await pick(page, [file, place.line, place.column].filter(Boolean).join(':'), name);
  await page.locator(`.tab.active[data-resource-name=${JSON.stringify(name)}]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/**
 * Moves the mouse over a piece of text in the active editor and reads the hover that appears.
 * @param {Page} page
 * @param {string} text stands in one line that is in sight
 * @param {{ occurrence?: number, timeout?: number }} [options] the occurrence counts from 0; milliseconds
 * @returns {Promise<string | null>} the hover's text; null when none appeared in time
 */
export async function hover(page, text, { occurrence = 0, timeout = 10_000 } = {}) {
  const { x, y } = await placeOf(page, text, occurrence);
  const content = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasNotText: /^Loading\.\.\.$/ });
  const end = Date.now() + timeout;
  // An extension that is still starting gives no hover, and VS Code asks again only when the mouse comes again.
  while (Date.now() < end) {
    await leaveHover(page);
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    if (await appears(content.first(), Math.min(2500, end - Date.now())))
      return (await content.allInnerTexts()).join('\n');
  }
  return null;
}

/** Puts the mouse where nothing is explained, so that no hover of before is left. @param {Page} page */
async function leaveHover(page) {
  const statusBar = await page.locator('.part.statusbar').boundingBox();
  if (statusBar) await page.mouse.move(statusBar.x + statusBar.width / 2, statusBar.y + statusBar.height / 2);
  await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor({ state: 'hidden' });
}

/** @param {import('playwright-core').Locator} locator @param {number} timeout milliseconds */
function appears(locator, timeout) {
  return locator.waitFor({ timeout: Math.max(timeout, 1) }).then(
    () => true,
    () => false,
  );
}

/**
 * The middle of a piece of text in the active editor.
 * @param {Page} page
 * @param {string} text
 * @param {number} [occurrence] from 0
 * @returns {Promise<{ x: number, y: number }>}
 */
export async function placeOf(page, text, occurrence = 0) {
  const place = await page.evaluate(findText, { text, occurrence });
  if (!place) throw new Error(`"${text}" is not in sight in the active editor`);
  return place;
}

/** Runs in the page. @param {{ text: string, occurrence: number }} sought */
function findText({ text, occurrence }) {
  const lines = [...document.querySelectorAll('.editor-group-container.active .monaco-editor .view-lines .view-line')];
  const byPlace = lines.map((line) => ({ line, top: line.getBoundingClientRect().top })).sort((a, b) => a.top - b.top);
  let left = occurrence;
  for (const { line } of byPlace) {
    const content = (line.textContent ?? '').replaceAll('\u00a0', ' ');
    for (let start = content.indexOf(text); start >= 0; start = content.indexOf(text, start + 1)) {
      if (left-- > 0) continue;
      const box = boxOf(line, start + Math.floor(text.length / 2));
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
  }
  return undefined;

  /** @param {Element} line @param {number} offset */
  function boxOf(line, offset) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (offset < before + length) {
        const range = document.createRange();
        range.setStart(node, offset - before);
        range.setEnd(node, offset - before + 1);
        return range.getBoundingClientRect();
      }
      before += length;
    }
    throw new Error('the text lies outside of its line');
  }
}

/**
 * Opens a view container by its name in the activity bar; it stays open if it is.
 * @param {Page} page
 * @param {string} name
 */
export async function openViewContainer(page, name) {
  const item = page.locator(`.activitybar .action-item:has(.action-label[aria-label^=${JSON.stringify(name)}])`);
  await item.waitFor();
  const open = page.locator(
    `.part.sidebar .composite.title h2:text-is(${JSON.stringify(name.toUpperCase())}), .part.sidebar .composite.title h2:text-is(${JSON.stringify(name)})`,
  );
  if (!(await open.isVisible())) await item.click();
  await open.waitFor();
}

/**
 * The rows in sight of a tree view, which is folded out if it was not.
 * @param {Page} page
 * @param {string} view its name
 * @returns {Promise<string[]>} accessible labels
 */
export async function treeRows(page, view) {
  const rows = (await treePane(page, view)).locator('.monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')?.trim() ?? ''));
}

/**
 * Clicks a row of a tree view: opens it, or folds it out.
 * @param {Page} page
 * @param {string} view
 * @param {string} label how the row's accessible label begins
 */
export async function clickTreeRow(page, view, label) {
  await (
    await treePane(page, view)
  )
    .locator(`.monaco-list-row[aria-label^=${JSON.stringify(label)}]`)
    .first()
    .click();
}

/** The view, folded out if it was not. @param {Page} page @param {string} view */
async function treePane(page, view) {
  const header = `> .pane-header[aria-label^=${JSON.stringify(view)}]`;
  const pane = page.locator(`.pane:has(${header})`);
  const folded = page.locator(`.pane ${header}[aria-expanded="false"]`);
  await pane.waitFor();
  if (await folded.isVisible()) await folded.click();
  return pane;
}

/**
 * The document inside the webview panel that is in sight, two frames deep. Locators in it wait and survive a reload.
 * @param {Page} page
 * @returns {import('playwright-core').FrameLocator}
 */
export function webview(page) {
  return page.frameLocator('iframe.webview.ready:visible').first().frameLocator('iframe#active-frame');
}

/**
 * The same as a frame, to evaluate scripts in.
 * @param {Page} page
 * @returns {Promise<import('playwright-core').Frame>}
 */
export async function webviewFrame(page) {
  const body = await webview(page).locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('the webview went away');
  return frame;
}

/**
 * Changes the colour theme as a user does.
 * @param {Page} page
 * @param {import('./settings.mjs').Theme} theme
 */
export async function setTheme(page, theme) {
  const { label, base } = themeFacts[theme];
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator(`${quickInput}[placeholder*="Theme"]`).fill(label);
  await page
    .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(label)}]`)
    .first()
    .click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await leaveHover(page);
  await page.locator(`.monaco-workbench.${base}`).waitFor();
}

/** @type {Record<import('./settings.mjs').Theme, { label: string, base: string }>} */
const themeFacts = {
  light: { label: themes.light, base: 'vs' },
  dark: { label: themes.dark, base: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', base: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', base: 'hc-light' },
};

/** @param {Page} page @param {number} width @param {number} height in CSS pixels */
export async function setSize(page, width, height) {
  await page.setViewportSize({ width, height });
}

/**
 * A picture of the window, or of one part of it.
 * @param {Page} page
 * @param {string} file absolute path of the .png
 * @param {string} [selector]
 */
export async function screenshot(page, file, selector) {
  mkdirSync(path.dirname(file), { recursive: true });
  await (selector ? page.locator(selector).first() : page).screenshot({ path: file, animations: 'disabled' });
}
