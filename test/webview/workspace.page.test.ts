import assert from 'node:assert/strict';
import type { ToolPage } from '../../src/catalogue/types';
import type { WorkspaceVersion } from '../../src/protocol/page';
import { supportOf } from '../../src/webview/workspace';
import { Bench, type Panel } from './browser';
import { comparisonPage, toolPage } from './fixtures';

const pin = (version: string, where = 'requirements.txt', tool = 'hornbeam'): WorkspaceVersion => ({
  tool,
  version,
  where,
});

describe('what the workspace pins', function () {
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

  const lines = () => panel.tab.getByRole('list', { name: 'In this workspace' }).getByRole('listitem');

  it('stands in the head of a tool: version, file, newest release, support', async () => {
    const workspaceVersions = [pin('4.1.0'), pin('4.2.1', 'docker/Dockerfile'), pin('3.0', 'a.txt', 'alder')];
    await panel.show(toolPage, { workspaceVersions });
    assert.deepEqual(await lines().allTextContents(), [
      'This workspace: 4.1.0 in requirements.txt · newest release 4.2.1 · supported until 2028-03-31',
      'This workspace: 4.2.1 in docker/Dockerfile · the newest release · supported until 2028-03-31',
    ]);
  });

  it('says in words, by an icon and by a broken line that support has ended', async () => {
    const facts = toolPage.facts.map((fact) =>
      fact.label === 'Support ends' ? { ...fact, value: '4.x: 2028-03-31; 3.x ended on 2026-04-22' } : fact,
    );
    const page: ToolPage = { ...toolPage, facts };
    await panel.show(page, { workspaceVersions: [pin('3.9.1'), pin('4.2')] });
    const ended = lines().first();
    assert.match((await ended.textContent()) ?? '', /· support ended 2026-04-22$/);
    assert.equal(await ended.locator('.icon-no').count(), 1);
    const border = (at: number) =>
      lines()
        .nth(at)
        .evaluate((line) => getComputedStyle(line).borderLeftStyle);
    assert.deepEqual([await border(0), await border(1)], ['dashed', 'solid']);
  });

  it('follows while the page is on show, and is silent when nothing is known', async () => {
    await panel.show(toolPage);
    assert.equal(await panel.tab.locator('.workspace').count(), 0);
    await panel.send({ type: 'workspaceVersions', versions: [pin('4.1.0')] });
    assert.equal(await lines().count(), 1);
    await panel.send({ type: 'workspaceVersions', versions: [pin('4.2.0')] });
    assert.match((await lines().allTextContents()).join(), /^This workspace: 4\.2\.0/);
    await panel.send({ type: 'workspaceVersions', versions: [] });
    assert.equal(await panel.tab.locator('.workspace').count(), 0);
    await panel.show(comparisonPage, { workspaceVersions: [pin('4.1.0')] });
    await panel.send({ type: 'workspaceVersions', versions: [pin('4.1.0')] });
    assert.equal(await panel.tab.locator('.workspace').count(), 0);
    assert.deepEqual(panel.errors, []);
  });

  it('shows hostile text as text, and judges no range', async () => {
    await panel.show(toolPage, { workspaceVersions: [pin('<b onclick=x>1</b>', '<img src=x>'), pin('>=2,<3')] });
    assert.deepEqual(await lines().allTextContents(), [
      'This workspace: <b onclick=x>1</b> in <img src=x>',
      'This workspace: >=2,<3 in requirements.txt',
    ]);
    assert.equal(await panel.tab.locator('.workspace img').count(), 0);
  });

  it('leads back to the place in the editor that the reader came from', async () => {
    await panel.show(toolPage);
    const button = panel.tab.locator('.editor');
    assert.equal(await button.isVisible(), false);
    await panel.show(comparisonPage, { editor: 'orders.py:12' });
    await panel.tab.getByRole('button', { name: 'Back to orders.py:12 in the editor' }).press('Enter');
    assert.deepEqual(await panel.last('returnToEditor'), { type: 'returnToEditor' });
    assert.equal(await button.textContent(), 'orders.py:12');
    await panel.tab.setViewportSize({ width: 300, height: 600 });
    await panel.show(toolPage, { editor: `${'a_very_long_name_'.repeat(6)}.py:1200` });
    assert.ok((await panel.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  });
});

describe('support of a version', () => {
  const today = new Date('2026-11-22T12:00:00Z');
  const cases: [version: string, text: string, sentence: string | undefined][] = [
    ['2.10.4', '3.3 is the maintained line; 2.x ended on 2026-04-22, 2.11 was its last', 'support ended 2026-04-22'],
    ['3.3.2', '3.3 is the maintained line; 2.x ended on 2026-04-22, 2.11 was its last', undefined],
    ['3.5.1', 'Spark 3.5 until 31 October 2028; Spark 3.4 ended on 31 March 2026', 'supported until 2028-10-31'],
    ['3.4', 'Spark 3.5 until 31 October 2028; Spark 3.4 ended on 31 March 2026', 'support ended 2026-03-31'],
    ['1.4.2', '1.5 until March 2027; 1.4 LTS ended on 2026-11-17', 'support ended 2026-11-17'],
    ['3.10', '3.15 until October 2031, 3.14 until October 2030; 3.10 ended in October 2026', 'support ended 2026-10'],
    ['18.1', 'Five years for a major version: 18 until November 2030', 'supported until 2030-11'],
    ['8.0', '8.2 until 1 September 2030; 8.0 until 1 December 2026', 'supported until 2026-12-01'],
    ['7.1', '7.1 until 2026-11-01', 'support ended 2026-11-01'],
    ['7.1', '7.1 until November 2026', 'supported until 2026-11'],
    ['1.30', 'SDK v1 ended on 30 June 2026', undefined],
    ['8.2', 'emr-spark-8.2.0 until 17 November 2029', undefined],
    ['2', 'About 14 months per minor release', undefined],
    ['main', '2.x ended on 2026-04-22', undefined],
    ['20.1', '2.x ended on 2026-04-22', undefined],
  ];
  for (const [version, text, sentence] of cases) {
    it(`of ${version} by “${text}”`, () => assert.equal(supportOf(version, text, today)?.sentence, sentence));
  }
});
