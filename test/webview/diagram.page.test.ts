import assert from 'node:assert/strict';
import { Bench, type Panel } from './browser';
import { topicPage } from './fixtures';

describe('a diagram', function () {
  this.timeout(60_000);
  let bench: Bench;
  let panel: Panel;

  before(async () => {
    bench = await Bench.start();
  });
  after(() => bench.stop());
  afterEach(() => panel.close());

  const opened = async (width: number) => {
    panel = await bench.open({ width });
    await panel.show(await topicPage());
    await panel.tab.locator('.drawing').focus();
  };
  const width = async () => (await panel.tab.locator('.drawing > svg').boundingBox())!.width;
  const frameWidth = async () => (await panel.tab.locator('.drawing').boundingBox())!.width;
  const scroll = () => panel.tab.locator('.drawing').evaluate((frame) => [frame.scrollLeft, frame.scrollTop]);

  it('fits the pane, is readable after one key, and fits again', async () => {
    await opened(300);
    const fitted = await width();
    assert.ok(fitted <= (await frameWidth()));
    await panel.tab.keyboard.press('+');
    const size = await panel.tab
      .locator('.drawing .node text')
      .first()
      .evaluate((text) => text.getBoundingClientRect().height);
    assert.ok(size >= 12, `${size} px high`);
    assert.equal(await panel.tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await panel.tab.keyboard.press('0');
    assert.equal(await width(), fitted);
  });

  it('moves by arrow keys while it is zoomed, and leaves them to the page else', async () => {
    await opened(300);
    await panel.tab.keyboard.press('+');
    const [before] = await scroll();
    await panel.tab.keyboard.press('ArrowRight');
    const [after] = await scroll();
    assert.ok(after! > before!, `${before} to ${after}`);
    await panel.tab.keyboard.press('0');
    await panel.tab.evaluate(() => window.scrollTo(0, 0));
    await panel.tab.keyboard.press('ArrowDown');
    await panel.tab.waitForFunction(() => scrollY > 0);
  });

  it('zooms by buttons that say what they do', async () => {
    await opened(700);
    const fitted = await width();
    const press = (name: string) => panel.tab.getByRole('button', { name, exact: true }).press('Enter');
    await press('Zoom in (+)');
    assert.ok((await width()) > fitted);
    await press('Zoom out (−)');
    assert.ok(Math.abs((await width()) - fitted) < 2);
    const fit = panel.tab.getByRole('button', { name: 'Fit (0)' });
    assert.equal(await fit.getAttribute('aria-disabled'), 'true');
    for (let at = 0; at < 9; at++) await press('Zoom in (+)');
    assert.equal(await panel.tab.getByRole('button', { name: 'Zoom in (+)' }).getAttribute('aria-disabled'), 'true');
    await press('Fit (0)');
    assert.ok(Math.abs((await width()) - fitted) < 2);
  });

  it('is moved by the mouse while it is zoomed', async () => {
    await opened(300);
    await panel.tab.keyboard.press('+');
    const box = (await panel.tab.locator('.drawing').boundingBox())!;
    const [before] = await scroll();
    await panel.tab.mouse.move(box.x + 100, box.y + 20);
    await panel.tab.mouse.down();
    await panel.tab.mouse.move(box.x + 60, box.y + 20, { steps: 4 });
    await panel.tab.mouse.up();
    const [after] = await scroll();
    assert.ok(after! - before! > 20, `${before} to ${after}`);
  });
});
