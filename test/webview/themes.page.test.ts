import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type axe from 'axe-core';
import { Bench, type Panel, themeNames } from './browser';
import { pages } from './fixtures';
import themes from './themes.json' with { type: 'json' };

const fromRoot = (path: string) => new URL(`../../${path}`, import.meta.url);

describe('the page in every theme', function () {
  this.timeout(120_000);
  let bench: Bench;
  let panel: Panel | undefined;
  let axeSource: string;

  before(async () => {
    axeSource = await readFile(fromRoot('node_modules/axe-core/axe.min.js'), 'utf8');
    bench = await Bench.start();
  });
  after(() => bench.stop());
  afterEach(async () => {
    panel?.close();
    panel = undefined;
  });

  const violations = async (at: Panel, rules: axe.RunOptions = {}): Promise<string[]> => {
    const { violations: found } = await at.tab.evaluate(async (options) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      return checker.run(document, { resultTypes: ['violations'], ...options });
    }, rules);
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  };

  for (const width of [300, 700, 1600]) {
    it(`has no axe violation at ${width} px`, async () => {
      panel = await bench.open({ width });
      await panel.tab.evaluate(axeSource);
      for (const [name, page] of Object.entries(await pages())) {
        await panel.show(page, { canGoBack: true });
        assert.deepEqual(await violations(panel), [], name);
      }
    });
  }

  for (const theme of themeNames) {
    it(`has enough contrast in ${theme}, with a source open too`, async () => {
      panel = await bench.open({ theme });
      await panel.tab.evaluate(axeSource);
      for (const [name, page] of Object.entries(await pages())) {
        await panel.show(page, { canGoBack: true });
        const source = panel.tab.locator('.details, .citation').first();
        if ((await source.count()) > 0) await source.click();
        assert.deepEqual(await violations(panel, { runOnly: ['color-contrast'] }), [], name);
      }
    });
  }

  it('has no axe violation with a source open, from text and from a cell', async () => {
    panel = await bench.open();
    await panel.tab.evaluate(axeSource);
    await panel.show((await pages())['topic']!);
    for (const opener of ['.citation', '.details']) {
      await panel.tab.locator(opener).nth(1).click();
      assert.deepEqual(await violations(panel), [], opener);
    }
  });

  for (const forcedColors of [false, true]) {
    it(`has no axe violation with menus open, lines sorted, answers given${forcedColors ? ', in forced colours' : ''}`, async () => {
      panel = await bench.open({ forcedColors, width: 500 });
      await panel.tab.evaluate(axeSource);
      const shown = await pages();
      await panel.show(shown['grouped']!);
      await panel.tab.getByRole('button', { name: 'Sort rows by Alder' }).click();
      for (const name of ['Arrange Alder', 'Columns and rows', 'Copy or save this table']) {
        await panel.tab.getByRole('button', { name, exact: true }).click();
        assert.deepEqual(await violations(panel), [], name);
        await panel.tab.keyboard.press('Escape');
      }
      await panel.show(shown['guide']!, { anchor: 'size.large_streams.yes' });
      assert.deepEqual(await violations(panel), [], 'guide');
      await panel.show(shown['topic']!);
      await panel.tab.locator('.drawing').press('+');
      assert.deepEqual(await violations(panel), [], 'zoomed');
    });
  }

  it('shows which tile and which answer has the focus in forced colours', async () => {
    panel = await bench.open({ forcedColors: true });
    const shown = await pages();
    await panel.show(shown['landscape']!);
    await panel.tab.getByRole('textbox').press('Tab');
    const tile = panel.tab.locator('.category li').first();
    assert.equal(await tile.evaluate((element) => getComputedStyle(element).outlineStyle), 'solid');
    await panel.show(shown['guide']!);
    await panel.tab.keyboard.press('Tab');
    const outline = () => panel!.tab.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    assert.equal(await outline(), 'solid');
  });

  it('has no axe violation while waiting and after failing', async () => {
    panel = await bench.open();
    await panel.tab.evaluate(axeSource);
    assert.deepEqual(await violations(panel), []);
    await panel.send({ type: 'failed', message: 'Gone.', canGoBack: true, canGoForward: false });
    assert.deepEqual(await violations(panel), []);
  });

  it('shows focus, the current row and weak cells in forced colours', async () => {
    panel = await bench.open({ forcedColors: true });
    await panel.show((await pages())['comparison']!);
    await panel.tab.locator('thead a').first().focus();
    await panel.tab.keyboard.press('ArrowDown');
    const cell = panel.tab.locator('td:has(:focus)');
    assert.equal(await cell.evaluate((element) => getComputedStyle(element).outlineStyle), 'solid');
    const border = () => cell.evaluate((element) => getComputedStyle(element).borderBottomColor);
    await panel.tab.mouse.move(0, 0);
    const before = await border();
    await cell.hover();
    assert.notEqual(await border(), before);
  });

  it('uses only variables that VS Code sets', async () => {
    const css = await readFile(fromRoot('media/page.css'), 'utf8');
    const known = new Set(Object.values(themes).flatMap(({ variables }) => Object.keys(variables)));
    const fonts = /^--vscode-(editor-)?font-(family|size|weight)$/;
    const used = new Set(css.match(/--vscode-[\w-]+/g));
    assert.deepEqual(
      [...used].filter((name) => !known.has(name) && !fonts.test(name)),
      [],
    );
  });

  it('takes every colour from the theme', async () => {
    const css = await readFile(fromRoot('media/page.css'), 'utf8');
    assert.deepEqual(
      css.match(/#[\da-f]{3,8}\b(?!\w)(?=[;,) ])|\b(?:rgb|hsl|oklch)a?\(|url\(|@import|box-shadow/gi),
      null,
    );
  });

  it('ships a script of 40 KB or less', () => {
    const size = gzipSync(bench.script, { level: 9 }).length;
    assert.ok(size <= 40 * 1024, `${size} bytes`);
  });
});
