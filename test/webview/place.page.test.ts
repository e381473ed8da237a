import assert from 'node:assert/strict';
import { Bench, type Panel } from './browser';
import { toolPage, topicPage } from './fixtures';

describe('the place in a page', function () {
  this.timeout(60_000);
  let bench: Bench;
  let panel: Panel;

  before(async () => {
    bench = await Bench.start();
  });
  after(() => bench.stop());
  beforeEach(async () => {
    panel = await bench.open({ height: 500 });
  });
  afterEach(() => panel.close());

  const scrollTo = async (y: number) => {
    await panel.tab.evaluate((top) => window.scrollTo(0, top), y);
    await panel.tab.waitForFunction((top) => JSON.parse(sessionStorage.getItem('state') ?? '{}').scroll === top, y);
  };
  const scroll = () => panel.tab.evaluate(() => scrollY);

  it('is kept across a reload', async () => {
    await panel.show(toolPage);
    await scrollTo(400);
    assert.deepEqual(await panel.state(), { link: { kind: 'tool', id: 'hornbeam' }, scroll: 400 });
    await panel.tab.reload();
    await panel.show(toolPage, { scroll: 0 });
    assert.equal(await scroll(), 400);
  });

  it('of one page is not taken for that of another', async () => {
    await panel.show(toolPage);
    await scrollTo(400);
    await panel.tab.reload();
    await panel.show(await topicPage(), { scroll: 0 });
    assert.equal(await scroll(), 0);
    assert.equal(await panel.tab.evaluate(() => history.scrollRestoration), 'manual');
  });

  it('is the heading that was asked for', async () => {
    await panel.show(toolPage, { anchor: 'facts', scroll: 0 });
    const top = await panel.tab.locator('#facts').evaluate((heading) => heading.getBoundingClientRect().top);
    assert.ok(Math.abs(top - 16) < 2, `${top}`);
    assert.equal((await panel.state())?.link.anchor, 'facts');
  });

  it('is where it was left, after going back', async () => {
    await panel.show(await topicPage());
    await panel.show(toolPage, { scroll: 300, canGoForward: true });
    assert.equal(await scroll(), 300);
  });

  it('is on top of a new page, and the focus on its title', async () => {
    await panel.show(toolPage);
    await scrollTo(400);
    await panel.show(await topicPage());
    assert.equal(await scroll(), 0);
    assert.equal(await panel.tab.evaluate(() => document.activeElement?.textContent), 'How a warehouse works');
    assert.equal(await panel.tab.title(), 'How a warehouse works');
  });

  it('goes back and forward by button, and the focus stays on the button', async () => {
    await panel.show(toolPage, { canGoBack: true });
    await scrollTo(200);
    const back = panel.tab.getByRole('button', { name: 'Back (Alt+Left)' });
    await back.evaluate((button) => button.focus({ preventScroll: true }));
    await panel.tab.keyboard.press('Enter');
    assert.deepEqual(await panel.last('back'), { type: 'back', scroll: 200 });
    await panel.show(await topicPage(), { canGoForward: true });
    assert.ok(await back.evaluate((button) => button === document.activeElement));
    assert.equal(await back.getAttribute('aria-disabled'), 'true');
    await panel.tab.keyboard.press('Enter');
    assert.equal((await panel.sent()).filter(({ type }) => type === 'back').length, 1);
    await panel.tab.getByRole('button', { name: 'Forward (Alt+Right)' }).click();
    assert.deepEqual(await panel.last('forward'), { type: 'forward', scroll: 0 });
  });

  it('goes back and forward by key, and leaves the keys alone where there is no way', async () => {
    await panel.show(toolPage, { canGoBack: true });
    await panel.tab.keyboard.press('Alt+ArrowRight');
    assert.equal(await panel.last('forward'), undefined);
    await panel.tab.keyboard.press('Alt+ArrowLeft');
    assert.deepEqual(await panel.last('back'), { type: 'back', scroll: 0 });
  });

  it('shows a skeleton until the first page comes', async () => {
    const skeleton = panel.tab.locator('.skeleton');
    await skeleton.waitFor({ state: 'visible' });
    assert.equal(await panel.tab.locator('main').getAttribute('aria-busy'), 'true');
    await panel.show(toolPage);
    assert.equal(await skeleton.count(), 0);
    assert.equal(await panel.tab.locator('main').getAttribute('aria-busy'), null);
  });

  it('keeps the old page while the next one is on its way, then shows a skeleton', async () => {
    await panel.show(toolPage);
    const left = await panel.tab.locator('article p a', { hasText: 'Alder' }).evaluate((link: HTMLElement) => {
      link.click();
      return document.querySelectorAll('article').length;
    });
    assert.equal(left, 1);
    await panel.tab.locator('.skeleton').waitFor({ state: 'visible' });
    await panel.show(await topicPage());
    assert.equal(await panel.tab.locator('.skeleton').count(), 0);
  });

  it('says when a page does not open, and offers the way back', async () => {
    await panel.send({ type: 'failed', message: 'There is no tool “x”.', canGoBack: true, canGoForward: false });
    const alert = panel.tab.getByRole('alert');
    assert.match((await alert.textContent()) ?? '', /^This page did not openThere is no tool “x”\./);
    await alert.getByRole('button', { name: 'Go back' }).click();
    assert.deepEqual(await panel.last('back'), { type: 'back', scroll: 0 });
  });

  it('ignores messages that are not ours', async () => {
    await panel.show(toolPage);
    for (const data of [null, 'show', 7, {}, { type: 'show' }, { type: 'show', page: null }, { type: 'failed' }])
      await panel.send(data as never);
    assert.equal(await panel.tab.locator('h1').textContent(), 'Hornbeam Streaming Tables');
    assert.deepEqual(panel.errors, []);
  });
});
