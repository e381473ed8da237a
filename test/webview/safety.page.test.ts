import assert from 'node:assert/strict';
import { Bench, type Panel } from './browser';
import { hostilePage, pages } from './fixtures';

describe('safety of the page', function () {
  this.timeout(60_000);
  let bench: Bench;
  let panel: Panel;

  before(async () => {
    bench = await Bench.start();
  });
  after(() => bench.stop());
  beforeEach(async () => {
    panel = await bench.open();
  });
  afterEach(() => panel.close());

  const own = ['page.html', 'page.css', 'page.js'];
  const assertQuiet = async () => {
    const strangers = panel.requests.filter(
      (url) => !own.includes(url.slice(bench.origin.length + 1).replace(/\?.*/, '')),
    );
    assert.deepEqual(strangers, []);
    assert.deepEqual(await panel.violations(), []);
    assert.deepEqual(panel.errors, []);
  };

  it('asks nothing of the network and breaks no policy, whatever is pressed', async () => {
    for (const page of Object.values(await pages())) {
      await panel.show(page);
      const buttons = panel.tab.locator('article button');
      for (let at = 0; at < (await buttons.count()); at++)
        await buttons.nth(at).evaluate((button: HTMLElement) => button.click());
    }
    await assertQuiet();
  });

  it('stands behind a policy that is on', async () => {
    const attempt = () => panel.tab.evaluate(() => (document.body.innerHTML = '<b>x</b>'));
    await assert.rejects(attempt, /TrustedHTML/);
    assert.equal((await panel.violations()).length, 1);
  });

  describe('of hostile content', () => {
    it('runs nothing and fetches nothing', async () => {
      await panel.show(hostilePage);
      await panel.tab.locator('article *').evaluateAll((elements) => {
        for (const element of elements)
          for (const type of ['click', 'auxclick', 'mouseover', 'toggle', 'load', 'error'])
            element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      });
      assert.equal(await panel.tab.evaluate(() => 'attacked' in window), false);
      await assertQuiet();
    });

    it('makes no element and no attribute that could', async () => {
      await panel.show(hostilePage);
      await panel.tab.locator('td .details').evaluate((button: HTMLElement) => button.click());
      const article = panel.tab.locator('article');
      const elements =
        'script, style, img, image, iframe, object, embed, form, foreignObject, use, animate, set, link, base, meta';
      assert.equal(await article.locator(elements).count(), 0);
      const attributes = await article.locator('*').evaluateAll((all) =>
        all.flatMap((element) =>
          element
            .getAttributeNames()
            .filter((name) => /^on|^style$|^src|^srcdoc$|^xlink|^action$|^formaction$/.test(name))
            .filter((name) => name !== 'style' || !/^(top|left)/.test(element.getAttribute('style')!)),
        ),
      );
      assert.deepEqual(attributes, []);
    });

    it('links only to entries, anchors and https', async () => {
      await panel.show(hostilePage);
      const addresses = await panel.tab
        .locator('article a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.deepEqual([...new Set(addresses)].sort(), [
        'comparison:hostile',
        'https://evil.example/auto',
        'tool:alder',
      ]);
      await panel.tab.locator('article a').evaluateAll((links) => {
        for (const link of links) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      });
      const types = new Set((await panel.sent()).map(({ type }) => type));
      assert.deepEqual(types, new Set(['ready', 'openExternal', 'open']));
    });

    it('shows raw HTML as the text it is, and images as their text', async () => {
      await panel.show(hostilePage);
      const text = (await panel.tab.locator('article').textContent()) ?? '';
      for (const part of [
        '<script>window.attacked=true</script>',
        '<iframe src="https://evil.example"></iframe>',
        'alternative text',
        '<img src=x>',
        '<script>alert(1)</script>',
      ])
        assert.ok(text.includes(part), part);
    });

    it('survives nesting deeper than the stack', async () => {
      const markdown = '> '.repeat(20_000) + 'deep';
      const page = { ...hostilePage, blocks: [{ type: 'markdown' as const, markdown }] };
      await panel.show(page);
      assert.match((await panel.tab.locator('article').textContent()) ?? '', /deep/);
      await assertQuiet();
    });

    it('cannot take the place of the page itself', async () => {
      const headings = [
        { anchor: 'page', title: 'First' },
        { anchor: 'body', title: 'Second' },
      ];
      const markdown = '## First\n\n## Second\n\n[on](#page)';
      await panel.show({ ...hostilePage, headings, blocks: [{ type: 'markdown', markdown }] });
      await panel.tab.getByText('on', { exact: true }).click();
      await panel.show(Object.values(await pages())[1]!);
      assert.equal(await panel.tab.locator('main#page').count(), 1);
      await assertQuiet();
    });
  });
});
