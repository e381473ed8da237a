import { mkdir } from 'node:fs/promises';
import { Bench, type Panel, type PanelOptions, type ThemeName } from './browser';
import { pages } from './fixtures';

type Shown = Awaited<ReturnType<typeof pages>>;

/** Moments that no page shows by itself. */
const moments: Record<string, (panel: Panel, shown: Shown) => Promise<void>> = {
  'source-in-text': async (panel, { tool }) => {
    await panel.show(tool!);
    await panel.tab.locator('.citation').first().click();
  },
  'source-in-cell': async (panel, { comparison }) => {
    await panel.show(comparison!);
    await panel.tab.locator('.details').nth(1).focus();
    await panel.tab.keyboard.press('Enter');
  },
  'row-under-pointer': async (panel, { engines }) => {
    await panel.show(engines!);
    await panel.tab.getByRole('button', { name: 'Differences only' }).click();
    await panel.tab.locator('tbody tr').nth(3).hover();
  },
  'cell-in-focus': async (panel, { engines }) => {
    await panel.show(engines!);
    await panel.tab.locator('thead a, tbody a').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await panel.tab.keyboard.press(key);
  },
  'table-arranged': async (panel, { comparison }) => {
    await panel.show(comparison!);
    await panel.tab.getByRole('button', { name: 'Sort rows by Alder' }).click();
    await panel.tab.getByRole('button', { name: 'Arrange Alder' }).click();
  },
  'columns-open': async (panel, { grouped }) => {
    await panel.show(grouped!);
    await panel.tab.getByRole('button', { name: 'Columns and rows' }).click();
  },
  'guide-answered': async (panel, { guide }) => {
    await panel.show(guide!, { anchor: 'size.large' });
  },
  'diagram-zoomed': async (panel, { topic }) => {
    await panel.show(topic!);
    await panel.tab.locator('.drawing').focus();
    for (const key of ['+', '+', 'ArrowRight']) await panel.tab.keyboard.press(key);
  },
  'nothing-found': async (panel, { comparison }) => {
    await panel.show(comparison!);
    await panel.tab.getByRole('textbox').fill('price per hour');
  },
  failed: (panel) =>
    panel.send({
      type: 'failed',
      message: 'There is no tool called “alder” in this version of the reference.',
      canGoBack: true,
      canGoForward: false,
    }),
  waiting: (panel) => panel.tab.locator('.skeleton').waitFor({ state: 'visible' }),
};

/** Takes pictures of every page kind, in four themes at three widths: `npx tsx test/webview/shots.mts <folder> [filter]`. */
const [folder = 'out/shots/webview', only = ''] = process.argv.slice(2);
const themes: ThemeName[] = ['light-modern', 'dark-modern', 'high-contrast-dark', 'high-contrast-light'];
const widths = [300, 700, 1600];

async function shoot(file: string, options: PanelOptions, arrange: (panel: Panel) => Promise<void>): Promise<void> {
  if (!file.includes(only)) return;
  const panel = await bench.open({ height: 900, ...options });
  await arrange(panel);
  await panel.tab.screenshot({ path: `${folder}/${file}.png`, fullPage: true });
  panel.close();
}

await mkdir(folder, { recursive: true });
const bench = await Bench.start();
const shown = await pages();
for (const theme of themes) {
  for (const width of widths)
    for (const [name, page] of Object.entries(shown))
      await shoot(`${name}-${theme}-${width}`, { theme, width }, (panel) => panel.show(page, { canGoBack: true }));
  for (const [name, arrange] of Object.entries(moments))
    await shoot(`moment-${name}-${theme}`, { theme, height: 600 }, (panel) => arrange(panel, shown));
}
for (const [name, arrange] of Object.entries(moments))
  await shoot(`moment-${name}-forced-colours`, { forcedColors: true, height: 600 }, (panel) => arrange(panel, shown));
await bench.stop();
