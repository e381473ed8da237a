import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Bench, type Panel } from './browser';
import { comparisonPage, enginesPage, snippetPage, toolPage, topicPage } from './fixtures';

describe('reading a page', function () {
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

  const focused = () => panel.tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const messages = async () => (await panel.sent()).filter(({ type }) => type !== 'ready');

  it('says that it is ready, once', async () => {
    assert.deepEqual(await panel.sent(), [{ type: 'ready' }]);
  });

  describe('links', () => {
    const presses: Record<string, (link: Locator) => Promise<void>> = {
      pointer: (link) => link.click(),
      'pointer and Ctrl': (link) => link.click({ modifiers: ['Control'] }),
      'middle button': (link) => link.click({ button: 'middle' }),
      Enter: (link) => link.press('Enter'),
      'Ctrl+Enter': (link) => link.press('Control+Enter'),
    };
    for (const [name, press] of Object.entries(presses)) {
      it(`open entries in the panel by ${name}`, async () => {
        await panel.show(toolPage);
        await press(panel.tab.locator('article p a', { hasText: 'Alder' }));
        const open = { type: 'open', link: { kind: 'tool', id: 'alder' }, scroll: 0 };
        assert.deepEqual(await messages(), [open]);
        assert.equal(panel.tab.context().pages().length, 1);
      });
    }

    it('carry the anchor, and the place that is left', async () => {
      await panel.show(await topicPage());
      await panel.tab.mouse.wheel(0, 20);
      await panel.tab.waitForFunction(() => scrollY === 20);
      await panel.tab.getByRole('link', { name: 'a row store', exact: true }).click();
      assert.deepEqual(await panel.last('open'), {
        type: 'open',
        link: { kind: 'topic', id: 'row-stores', anchor: 'reads' },
        scroll: 20,
      });
    });

    it('lead outside through the panel, and say so', async () => {
      await panel.show(await topicPage());
      const link = panel.tab.getByRole('link', { name: 'in its documentation (external)' });
      await link.click();
      assert.deepEqual(await messages(), [{ type: 'openExternal', url: 'https://docs.alder.example/architecture' }]);
      assert.equal(await link.locator('.icon-external').count(), 1);
    });
  });

  describe('citations', () => {
    it('open their source in place, and give the focus back on Escape', async () => {
      await panel.show(toolPage);
      const citation = panel.tab.getByRole('button', { name: 'Source 5: Hornbeam' }).first();
      await citation.focus();
      await panel.tab.keyboard.press('Enter');
      const popup = panel.tab.getByRole('group', { name: 'Source 5: Hornbeam' });
      assert.equal(await citation.getAttribute('aria-expanded'), 'true');
      assert.equal(
        await popup.textContent(),
        'Hornbeam Streaming Tables, product page (external)hornbeam.example · read 2026-11-20',
      );
      await panel.tab.keyboard.press('Tab');
      assert.ok(await popup.locator('a').evaluate((link) => link === document.activeElement));
      await panel.tab.keyboard.press('Enter');
      assert.deepEqual(await panel.last('openExternal'), {
        type: 'openExternal',
        url: 'https://hornbeam.example/tables',
      });
      await panel.tab.keyboard.press('Escape');
      await popup.waitFor({ state: 'detached' });
      assert.equal(await focused(), 'Source 5: Hornbeam Streaming Tables, product page');
      await panel.tab.locator('.citation[aria-expanded="false"]:focus').waitFor();
    });

    it('close by a second press, a press elsewhere, and the next one opening', async () => {
      await panel.show(toolPage);
      const citations = panel.tab.locator('.citation');
      const popups = panel.tab.locator('.popup');
      await citations.nth(0).click();
      await citations.nth(0).click();
      await popups.waitFor({ state: 'detached' });
      await citations.nth(0).click();
      await citations.nth(1).click();
      assert.equal(await panel.tab.locator('.popup:popover-open').count(), 1);
      await panel.tab.locator('h1').click();
      await popups.waitFor({ state: 'detached' });
    });

    it('stay inside a narrow pane', async () => {
      await panel.tab.setViewportSize({ width: 300, height: 500 });
      await panel.show(comparisonPage);
      await panel.tab.locator('.details').nth(1).click();
      const box = await panel.tab.locator('.popup').boundingBox();
      assert.ok(box!.x >= 8 && box!.x + box!.width <= 292, JSON.stringify(box));
    });
  });

  describe('tables', () => {
    it('are one stop for Tab, and arrow keys go from cell to cell', async () => {
      await panel.show(comparisonPage);
      const { keyboard } = panel.tab;
      await panel.tab.getByRole('region', { name: /table$/ }).focus();
      await keyboard.press('Tab');
      assert.equal(await focused(), 'Sort rows by Store');
      for (const name of ['Sort rows by Row store', 'Arrange Row store', null, 'Sort rows by Alder']) {
        await keyboard.press('ArrowRight');
        assert.equal(await panel.tab.evaluate(() => document.activeElement?.getAttribute('aria-label')), name);
      }
      await keyboard.press('ArrowDown');
      assert.equal(await focused(), 'note and source 1, 2 for Alder, Made for');
      await keyboard.press('ArrowLeft');
      assert.equal(await focused(), 'source 1 for Row store, Made for');
      await keyboard.press('End');
      assert.equal(await focused(), 'source 5 for Hornbeam Streaming Tables, Made for');
      await keyboard.press('Control+End');
      assert.equal(await focused(), 'source 5 for Hornbeam Streaming Tables, What costs');
      await keyboard.press('ArrowUp');
      await keyboard.press('ArrowUp');
      assert.equal(await focused(), '?: no source for Hornbeam Streaming Tables, File format');
      await keyboard.press('ArrowLeft');
      await keyboard.press('ArrowLeft');
      assert.equal(await focused(), 'source 1 for Alder, File format');
      await keyboard.press('ArrowLeft');
      assert.equal(await focused(), 'Arrange File format');
      await keyboard.press('ArrowRight');
      await keyboard.press('Tab');
      assert.equal(await panel.tab.evaluate(() => document.activeElement?.closest('table')), null);
      await keyboard.press('Shift+Tab');
      assert.equal(await focused(), 'source 1 for Alder, File format');
    });

    it('keep a focused cell clear of head and first column', async () => {
      await panel.tab.setViewportSize({ width: 300, height: 500 });
      await panel.show(comparisonPage);
      await panel.tab.locator('thead a').first().focus();
      for (const key of ['Control+End', 'Home', 'ArrowRight', 'ArrowUp', 'ArrowUp'])
        await panel.tab.keyboard.press(key);
      await panel.tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const [cell, head, top] = await Promise.all([
        panel.tab.locator('.details:focus').boundingBox(),
        panel.tab.locator('tbody tr:last-child th').boundingBox(),
        panel.tab.locator('thead').boundingBox(),
      ]);
      assert.ok(cell!.x >= head!.x + head!.width - 1, `${cell!.x} under ${head!.x + head!.width}`);
      assert.ok(cell!.y >= top!.y + top!.height - 1, `${cell!.y} under ${top!.y + top!.height}`);
    });

    it('open note, source and date of a cell in place', async () => {
      await panel.show(comparisonPage);
      await panel.tab.getByRole('button', { name: 'note and source 1, 2 for Alder, Made for' }).click();
      const popup = panel.tab.getByRole('group', { name: 'Details of Alder, Made for' });
      const text = (await popup.textContent()) ?? '';
      assert.match(text, /^Alder, Made forSingle rows can be read/);
      assert.match(text, /Alder 4\.2 release notes.*read 2026-11-20/);
      assert.doesNotMatch(text, /cell checked/);
      await popup.getByRole('link', { name: 'the engine' }).click();
      assert.deepEqual((await panel.last('open')) && (await messages()).length, 1);
    });

    it('say when a cell was checked, where its sources were read on another day', async () => {
      await panel.show(comparisonPage);
      await panel.tab.getByRole('button', { name: 'note and source 3 for Birch Warehouse' }).click();
      assert.match((await panel.tab.locator('.popup').textContent()) ?? '', /cell checked 2026-11-18$/);
    });

    it('say in words what is weak about a cell', async () => {
      await panel.show(comparisonPage);
      assert.deepEqual(await panel.tab.locator('td .mark').allTextContents(), ['old', 'unverified']);
      await panel.tab.locator('td', { hasText: 'unverified' }).getByRole('button').click();
      assert.match((await panel.tab.locator('.popup').textContent()) ?? '', /Unverified: nobody could read this/);
    });

    it('filter rows, and say what to do when none is left', async () => {
      await panel.show(comparisonPage);
      const rows = panel.tab.locator('tbody tr:visible');
      const filter = panel.tab.getByRole('textbox', { name: 'Filter rows' });
      await filter.fill('SECONDS');
      assert.equal(await rows.count(), 1);
      assert.equal(await panel.tab.getByRole('status').textContent(), '1 of 6 rows');
      await filter.fill('nowhere');
      assert.equal(await rows.count(), 0);
      assert.equal(
        await panel.tab.locator('.empty').textContent(),
        'No row holds “nowhere”. Clear the filter to see all rows.',
      );
      await filter.press('Escape');
      assert.equal(await rows.count(), 6);
      assert.equal(await panel.tab.locator('.empty').isVisible(), false);
    });

    it('show only what tells the subjects apart, in rows and in columns', async () => {
      await panel.show(comparisonPage);
      const differences = panel.tab.getByRole('button', { name: 'Differences only' });
      await differences.click();
      assert.equal(await differences.getAttribute('aria-pressed'), 'true');
      assert.equal(await panel.tab.locator('tbody tr:visible', { hasText: 'Schema' }).count(), 0);
      assert.equal(await panel.tab.locator('tbody tr:visible').count(), 5);
      await panel.show(enginesPage);
      await differences.click();
      assert.deepEqual(await panel.tab.locator('thead th:visible').allTextContents(), [
        'Engine',
        'Least memory, GB',
        'Spills to disk',
      ]);
    });

    it('stay reachable by Tab when the current cell is filtered away', async () => {
      await panel.show(comparisonPage);
      await panel.tab.locator('tbody tr').first().locator('.details').first().focus();
      await panel.tab.getByRole('textbox').fill('What costs');
      await panel.tab.getByRole('region', { name: /table$/ }).focus();
      await panel.tab.keyboard.press('Tab');
      assert.ok(await panel.tab.evaluate(() => document.activeElement?.closest('table') !== null));
    });

    it('are copied as Markdown with their sources, as they are shown', async () => {
      await panel.show(comparisonPage);
      await panel.tab.getByRole('textbox').fill('Transactions over');
      await panel.tab.getByRole('button', { name: 'Copy or save this table' }).click();
      await panel.tab.getByRole('button', { name: 'Copy as Markdown' }).click();
      assert.deepEqual(await panel.last('copy'), {
        type: 'copy',
        what: 'table',
        text: [
          '| Store | Row store | Alder | Birch Warehouse | Hornbeam Streaming Tables |',
          '| --- | --- | --- | --- | --- |',
          '| Transactions over several tables | Yes[^1] | No[^1] | Yes, since 3.0 (Only inside one database.)[^3] | Partly[^5] |',
          '',
          '[^1]: Alder documentation: architecture, <https://docs.alder.example/architecture>, read 2026-11-20',
          '[^3]: Birch documentation: storage and limits, <https://birch.example/docs/storage>, read 2026-11-20',
          '[^5]: Hornbeam Streaming Tables, product page, <https://hornbeam.example/tables>, read 2026-11-20',
          '',
        ].join('\n'),
      });
    });

    it('are copied as CSV', async () => {
      await panel.show(comparisonPage);
      await panel.tab.getByRole('textbox').fill('Usual delay');
      await panel.tab.getByRole('button', { name: 'Copy or save this table' }).click();
      await panel.tab.getByRole('button', { name: 'Copy as CSV' }).click();
      const copied = await panel.last('copy');
      assert.equal(
        copied?.type === 'copy' && copied.text,
        'Store,Row store,Alder,Birch Warehouse,Hornbeam Streaming Tables,Sources\r\n' +
          'Usual delay from write to read,None,"Seconds, after a commit",Seconds,' +
          'Below a second where one reader follows one writer,' +
          'https://docs.alder.example/architecture https://docs.alder.example/releases/4.2 https://birch.example/docs/storage https://hornbeam.example/tables\r\n',
      );
    });
  });

  describe('code', () => {
    it('is copied and inserted', async () => {
      await panel.show(await topicPage());
      await panel.tab.getByRole('button', { name: 'Copy this code' }).nth(1).click();
      await panel.tab.getByRole('button', { name: 'Insert into the last active editor' }).nth(1).click();
      const text = (await panel.tab.locator('pre').nth(1).textContent())!;
      assert.match(text, /^-- one row for each customer\nselect /);
      assert.deepEqual(await messages(), [
        { type: 'copy', text, what: 'code' },
        { type: 'insert', text },
      ]);
      assert.equal(await panel.tab.getByRole('status').textContent(), 'Code copied.');
    });

    it('of a snippet is inserted as that snippet', async () => {
      await panel.show(snippetPage);
      await panel.tab.getByRole('button', { name: /^Insert/ }).press('Enter');
      assert.deepEqual(await panel.last('insert'), {
        type: 'insert',
        snippetId: 'alder-latest-row',
        text: snippetPage.code,
      });
    });
  });

  describe('links to copy', () => {
    it('are those of the page and of a section', async () => {
      await panel.show(toolPage);
      await panel.tab.getByRole('button', { name: 'Copy link', exact: true }).click();
      await panel.tab.getByRole('button', { name: 'Copy link to “What bites”' }).press('Enter');
      assert.deepEqual(await messages(), [{ type: 'copyLink' }, { type: 'copyLink', anchor: 'what-bites' }]);
    });
  });
});
