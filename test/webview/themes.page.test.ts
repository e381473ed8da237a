import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type axe from 'axe-core';
import type { Page } from '../../src/catalogue/types';
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

  /** One page of every kind, that of a tool with what the workspace pins and the way back to the editor. */
  const showEach = async (at: Panel, use: (name: string, page: Page) => Promise<void>) => {
    const workspaceVersions = ['4.1.0', '3.9'].map((version) => ({ tool: 'hornbeam', version, where: 'Dockerfile' }));
    for (const [name, page] of Object.entries(await pages())) {
      await at.show(page, { canGoBack: true, workspaceVersions, editor: 'orders.py:12' });
      await use(name, page);
    }
  };

  const overflow = (at: Panel) => at.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  /** What of axe's rules hangs on colours; the others find the same in every theme. */
  const ofColours: axe.RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

  for (const width of [300, 700, 1600]) {
    it(`has no axe violation at ${width} px in dark, light and high contrast`, async () => {
      panel = await bench.open({ width });
      const at = panel;
      await at.tab.evaluate(axeSource);
      await showEach(at, async (name) => {
        await at.setTheme('dark-modern');
        assert.deepEqual(await violations(at), [], name);
        for (const theme of ['light-modern', 'high-contrast-dark', 'high-contrast-light'] as const) {
          await at.setTheme(theme);
          assert.deepEqual(await violations(at, ofColours), [], `${name} in ${theme}`);
        }
      });
    });
  }

  for (const width of [600, 1400]) {
    it(`has no axe violation and scrolls no page sideways in ${width} px at 200 %`, async () => {
      panel = await bench.open({ width, zoom: 2 });
      const at = panel;
      assert.equal(await at.tab.evaluate(() => innerWidth * devicePixelRatio), width);
      await at.tab.evaluate(axeSource);
      await showEach(at, async (name) => {
        assert.deepEqual(await violations(at), [], name);
        assert.ok((await overflow(at)) <= 0, name);
      });
    });
  }

  it('holds text of twice the size without scrolling sideways', async () => {
    panel = await bench.open({ width: 700 });
    const at = panel;
    await at.tab.evaluate(() => document.documentElement.style.setProperty('--vscode-font-size', '26px'));
    await showEach(at, async (name) => assert.ok((await overflow(at)) <= 0, name));
  });

  it('has enough contrast in every theme, with a source open too', async () => {
    panel = await bench.open();
    const at = panel;
    await at.tab.evaluate(axeSource);
    const shown = await pages();
    for (const name of ['topic', 'tool', 'comparison', 'guide'] as const) {
      await at.show(shown[name]!, name === 'guide' ? { anchor: 'size.small' } : {});
      await at.tab.locator('.details, .citation').first().click();
      for (const theme of themeNames) {
        await at.setTheme(theme);
        assert.deepEqual(await violations(at, ofColours), [], `${name} in ${theme}`);
      }
    }
  });

  it('has no axe violation in forced colours, and shows the focus wherever Tab leads', async () => {
    panel = await bench.open({ forcedColors: true });
    const at = panel;
    await at.tab.evaluate(axeSource);
    await showEach(at, async (name) => {
      assert.deepEqual(await violations(at), [], name);
      await at.tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let stop = 0; stop < 14; stop++) {
        await at.tab.keyboard.press('Tab');
        const ringless = await at.tab.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return undefined;
          // a cell, a tile and a filter draw the ring of what is in them
          const places = [focused, ...[focused.closest('td, th, li, .filter')].filter((place) => place !== null)];
          const ring = places.some((place) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(place);
            return outlineStyle === 'solid' && outlineWidth !== '0px';
          });
          const link = focused.closest('svg a');
          return ring || link ? undefined : focused.outerHTML.slice(0, 120);
        });
        assert.equal(ringless, undefined, name);
      }
    });
  });

  for (const [how, options] of [
    ['the system asks for it', { reducedMotion: true }],
    ['VS Code asks for it', {}],
  ] as const) {
    it(`moves nothing when ${how}`, async () => {
      panel = await bench.open(options);
      const at = panel;
      if (!('reducedMotion' in options))
        await at.tab.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
      await showEach(at, async (name) => {
        const moving = await at.tab.evaluate(() => {
          const still = /^0s(, 0s)*$/;
          const styled = [...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
            return !still.test(transitionDuration) || !still.test(animationDuration) || scrollBehavior === 'smooth';
          });
          // what the scroll position moves stands still with it
          const timed = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline);
          return [...styled.map((element) => element.outerHTML.slice(0, 80)), ...timed.map(String)];
        });
        assert.deepEqual(moving, [], name);
      });
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
