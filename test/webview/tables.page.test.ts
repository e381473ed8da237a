import assert from 'node:assert/strict';
import type { ComparisonPage } from '../../src/catalogue/types';
import { Bench, type Panel } from './browser';
import { comparisonPage, enginesPage, groupedPage, toolPage, topicPage } from './fixtures';

describe('arranging a table', function () {
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

  // a menu that has just closed may still be there, unseen
  const texts = (cells: string) =>
    panel.tab.locator(cells).evaluateAll((all) =>
      all.map((cell) => {
        const copy = cell.cloneNode(true) as Element;
        for (const popup of copy.querySelectorAll('[popover]')) popup.remove();
        return copy.textContent;
      }),
    );
  const columns = () => texts('thead th:visible');
  const rows = () => texts('tbody th[scope=row]:visible');
  const focused = () => panel.tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const press = (name: string) => panel.tab.getByRole('button', { name, exact: true }).click();
  const status = () => panel.tab.getByRole('status').textContent();
  const sorting = (name: string) => panel.tab.locator('th', { hasText: name }).first().getAttribute('aria-sort');

  it('sorts rows by a column of numbers, up, down and as written', async () => {
    await panel.show(enginesPage);
    const written = await rows();
    await press('Sort rows by Least memory, GB');
    assert.equal(await sorting('Least memory'), 'ascending');
    assert.deepEqual(await rows(), written);
    await press('Sort rows by Least memory, GB');
    assert.equal(await sorting('Least memory'), 'descending');
    assert.deepEqual(await rows(), [...written].reverse());
    assert.equal(await status(), 'Rows sorted by Least memory, GB, descending.');
    await press('Sort rows by Spills to disk');
    assert.equal(await sorting('Least memory'), null);
    assert.deepEqual((await rows()).slice(0, 4), ['Alder', 'Dogwood', 'Ginkgo', 'Juniper']);
    await press('Sort rows by Spills to disk');
    await press('Sort rows by Spills to disk');
    assert.deepEqual(await rows(), written);
    assert.equal(await sorting('Spills to disk'), null);
  });

  it('sorts columns by a row, and what does not apply comes last', async () => {
    await panel.show(comparisonPage);
    await press('Arrange File format');
    await press('Sort columns, ascending');
    assert.deepEqual(await columns(), ['Store', 'Birch Warehouse', 'Hornbeam Streaming Tables', 'Alder', 'Row store']);
    assert.equal(await sorting('File format'), 'ascending');
    assert.match((await panel.tab.locator('tbody tr').first().locator('td').first().textContent()) ?? '', /^Analytics/);
    await press('Arrange File format');
    await press('Unsorted');
    assert.equal((await columns())[1], 'Row store');
  });

  it('moves a column by keys alone, and the focus stays with it', async () => {
    await panel.show(comparisonPage);
    const { keyboard } = panel.tab;
    await panel.tab.getByRole('button', { name: 'Arrange Alder' }).focus();
    await keyboard.press('Enter');
    await panel.tab.getByRole('button', { name: 'Sort rows, ascending' }).waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await keyboard.press(key);
    assert.equal(await panel.tab.evaluate(() => document.activeElement?.textContent), 'Move right');
    await keyboard.press('Enter');
    assert.deepEqual(await columns(), ['Store', 'Row store', 'Birch Warehouse', 'Alder', 'Hornbeam Streaming Tables']);
    assert.equal(await focused(), 'Arrange Alder');
    assert.equal(await status(), 'Alder is column 3 of 4.');
    await keyboard.press('Enter');
    await panel.tab.getByRole('button', { name: 'Move right' }).waitFor();
    await keyboard.press('Escape');
    assert.equal(await focused(), 'Arrange Alder');
  });

  it('moves columns and rows by mouse', async () => {
    await panel.tab.setViewportSize({ width: 1600, height: 900 });
    await panel.show(comparisonPage);
    const handle = (name: string) => panel.tab.getByRole('button', { name: `Arrange ${name}` });
    await handle('Hornbeam Streaming Tables').dragTo(panel.tab.locator('thead th').nth(1), {
      targetPosition: { x: 4, y: 8 },
    });
    assert.deepEqual(await columns(), ['Store', 'Hornbeam Streaming Tables', 'Row store', 'Alder', 'Birch Warehouse']);
    await panel.tab.locator('tbody tr').first().hover();
    await handle('Made for').dragTo(panel.tab.locator('tbody tr').nth(2).locator('td').nth(1), {
      targetPosition: { x: 10, y: 30 },
    });
    assert.deepEqual((await rows()).slice(0, 3), ['Transactions over several tables', 'Schema', 'Made for']);
    assert.equal(await panel.tab.locator('[class*=drop-]').count(), 0);
  });

  it('hides lines and brings them back', async () => {
    await panel.show(comparisonPage);
    await press('Arrange Alder');
    await press('Hide');
    assert.deepEqual(await columns(), ['Store', 'Row store', 'Birch Warehouse', 'Hornbeam Streaming Tables']);
    assert.equal(await focused(), 'Arrange Birch Warehouse');
    await press('Arrange Schema');
    await press('Hide');
    assert.equal((await rows()).includes('Schema'), false);
    await press('Columns and rows');
    const item = (name: string) => panel.tab.locator('.item', { hasText: name });
    assert.equal(await item('Alder').getAttribute('aria-pressed'), 'false');
    await item('Alder').click();
    assert.equal(await item('Alder').getAttribute('aria-pressed'), 'true');
    assert.equal((await columns())[2], 'Alder');
    await item('As written').click();
    assert.equal((await rows()).includes('Schema'), true);
  });

  it('says what to do where everything is hidden', async () => {
    await panel.show({ ...comparisonPage });
    await press('Columns and rows');
    for (const item of await panel.tab.locator('.item.switch').all()) await item.click();
    assert.match((await panel.tab.locator('.empty').textContent()) ?? '', /^Everything is hidden\. Bring/);
    assert.deepEqual(panel.errors, []);
  });

  it('copies and saves what is on show, in its order', async () => {
    await panel.show(comparisonPage);
    await press('Arrange Row store');
    await press('Hide');
    await press('Arrange Birch Warehouse');
    await press('Move left');
    await panel.tab.getByRole('textbox').fill('Transactions over');
    await press('Copy or save this table');
    await press('Copy as HTML');
    const copied = await panel.last('copy');
    assert.match(
      copied?.type === 'copy' ? copied.text : '',
      /<th scope="col">Store<\/th><th scope="col">Birch Warehouse<\/th><th scope="col">Alder<\/th>[^]*<sup>\[3\]<\/sup>[^]*<li value="3"><a href="https:\/\/birch\.example\/docs\/storage">/,
    );
    await press('Copy or save this table');
    await press('Save as Markdown…');
    const saved = await panel.last('save');
    assert.ok(saved?.type === 'save' && saved.name === 'stores.md' && saved.text.startsWith('| Store | Birch'));
  });

  it('keeps its set-up across a reload, for each table', async () => {
    await panel.show(comparisonPage);
    await press('Arrange Alder');
    await press('Move left');
    await press('Differences only');
    await panel.tab.getByRole('textbox').fill('e');
    await press('Sort rows by Alder');
    const [before, heads] = [await rows(), await columns()];
    await panel.tab.waitForFunction(() => sessionStorage.getItem('state')?.includes('sortRows'));
    await panel.tab.reload();
    await panel.show(comparisonPage);
    assert.deepEqual([await rows(), await columns()], [before, heads]);
    assert.equal(await panel.tab.getByRole('textbox').inputValue(), 'e');
    assert.equal(
      await panel.tab.getByRole('button', { name: 'Differences only' }).getAttribute('aria-pressed'),
      'true',
    );
    await panel.show(enginesPage);
    assert.equal((await rows()).length, 11);
    await panel.show(await topicPage());
    assert.deepEqual((await columns()).slice(0, heads.length), heads);
  });

  it('starts anew where the kept state is not one of ours', async () => {
    for (const tables of [{ stores: { text: 3 } }, { stores: { text: '', differences: true, columns: {} } }, 'x']) {
      await panel.tab.evaluate((kept) => sessionStorage.setItem('state', JSON.stringify(kept)), {
        link: { kind: 'comparison', id: 'stores' },
        scroll: 0,
        tables,
      });
      await panel.tab.reload();
      await panel.show(comparisonPage);
      assert.equal((await rows()).length, 6);
    }
    assert.deepEqual(panel.errors, []);
  });

  describe('put together from several', () => {
    it('names the groups, filters within them, and hides those that are empty', async () => {
      await panel.show(groupedPage);
      const groups = panel.tab.locator('th[scope=rowgroup]:visible');
      assert.deepEqual(await groups.allTextContents(), ['Facts', 'Row store, warehouse, lake']);
      await panel.tab.getByRole('textbox').fill('Made for');
      assert.deepEqual(await groups.allTextContents(), ['Row store, warehouse, lake']);
      await panel.tab.getByRole('textbox').fill('facts');
      assert.deepEqual(await rows(), ['What it is', 'Licence']);
    });

    it('sorts and moves rows within their group', async () => {
      await panel.show(groupedPage);
      await press('Sort rows by Question');
      assert.deepEqual((await rows()).slice(0, 2), ['Licence', 'What it is']);
      await press('Arrange What it is');
      assert.equal(await panel.tab.getByRole('button', { name: 'Move down' }).count(), 0);
      await press('Move up');
      assert.deepEqual((await rows()).slice(0, 2), ['What it is', 'Licence']);
    });
  });

  it('shows all rows of a long table again when its filter is emptied', async () => {
    const questions = Array.from({ length: 80 }, (_, at) => ({ id: `q${at}`, ask: `Question ${at}`, cells: {} }));
    await panel.show({ ...comparisonPage, table: { ...comparisonPage.table, questions } });
    const all = () => panel.tab.waitForFunction(() => document.querySelectorAll('tbody tr[hidden]').length === 0);
    await all();
    assert.equal((await rows()).length, 80);
    const filter = panel.tab.getByRole('textbox');
    await filter.fill('Question 7');
    assert.equal((await rows()).length, 11);
    await filter.press('Escape');
    await all();
    await filter.pressSequentially('Question 79', { delay: 0 });
    assert.deepEqual(await rows(), ['Question 79']);
    await panel.show(
      { ...comparisonPage, id: 'long', table: { ...comparisonPage.table, id: 'long', questions } },
      { scroll: 900 },
    );
    assert.equal(await panel.tab.evaluate(() => scrollY), 900);
  });

  it('is compared, opened at a source and copied by keys alone', async () => {
    const { keyboard } = panel.tab;
    const tabTo = async (name: RegExp) => {
      for (let at = 0; at < 30 && !name.test(await focused()); at++) await keyboard.press('Tab');
      assert.match(await focused(), name);
    };
    await panel.show(toolPage);
    await panel.tab.getByRole('button', { name: 'Compare with…' }).focus();
    await keyboard.press('Enter');
    assert.deepEqual(await panel.last('compare'), { type: 'compare', tool: 'hornbeam' });
    await panel.show(groupedPage);
    assert.equal(await panel.tab.evaluate(() => document.activeElement?.tagName), 'H1');
    await tabTo(/^Sort rows by Question/);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']) await keyboard.press(key);
    assert.equal(await focused(), 'note and source 1, 2 for Alder, Made for');
    await keyboard.press('Enter');
    await panel.tab.locator('.popup').waitFor();
    for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key);
    assert.deepEqual(await panel.last('openExternal'), {
      type: 'openExternal',
      url: 'https://docs.alder.example/architecture',
    });
    await keyboard.press('Escape');
    assert.equal(await focused(), 'note and source 1, 2 for Alder, Made for');
    for (let at = 0; at < 9 && (await focused()) !== 'Copy or save this table'; at++) await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await panel.tab.getByRole('button', { name: 'Copy as Markdown' }).waitFor();
    await keyboard.press('Enter');
    const copied = await panel.last('copy');
    assert.ok(copied?.type === 'copy' && copied.text.startsWith('| Question | Alder | Birch Warehouse |'));
    assert.equal(await focused(), 'Copy or save this table');
  });

  it('asks to compare: a tool with others, a table’s tools with more', async () => {
    await panel.show(toolPage);
    await press('Compare with…');
    assert.deepEqual(await panel.last('compare'), { type: 'compare', tool: 'hornbeam' });
    await panel.show(comparisonPage);
    await press('Compare with…');
    assert.deepEqual(await panel.last('compare'), { type: 'compare', tools: ['alder', 'birch', 'hornbeam'] });
    const bare: ComparisonPage = {
      ...comparisonPage,
      table: { ...comparisonPage.table, subjects: [{ id: 'row', name: 'Row store' }] },
    };
    await panel.show(bare);
    assert.equal(await panel.tab.getByRole('button', { name: 'Compare with…' }).count(), 0);
  });
});
