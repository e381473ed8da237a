import assert from 'node:assert/strict';
import type { GuidePage, LandscapePage } from '../../src/catalogue/types';
import { dateIn } from '../../src/webview/timeline';
import { Bench, type Panel } from './browser';
import { guidePage, hostilePage, landscapeFixture, toolPage, topicPage } from './fixtures';

describe('choosing and finding', function () {
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

  const answer = (name: string) => panel.tab.getByRole('button', { name }).click();
  const asked = () => panel.tab.locator('.ask').textContent();
  const left = () => panel.tab.locator('.candidates > ul:not(.out) a').allTextContents();
  const out = () => panel.tab.locator('.candidates > .out > li').allTextContents();
  const state = async () => (await panel.state())?.link;

  describe('a guide', () => {
    it('asks one question after the other, and narrows the list with reason and source', async () => {
      await panel.show(guidePage);
      assert.equal(await asked(), 'How much data is there?');
      assert.equal((await left()).length, 4);
      await answer('It fits on one machine');
      assert.equal(await asked(), '2 are left');
      assert.deepEqual(await left(), ['Alder', 'Cedar']);
      assert.deepEqual(await out(), [
        'Birch WarehouseIt is a service.3 (It fits on one machine)',
        'Hornbeam Streaming TablesIt needs a cluster. unverified (It fits on one machine)',
      ]);
      assert.equal(await panel.tab.getByRole('status').textContent(), '2 of 4 left');
      await panel.tab.getByRole('button', { name: 'Source 3: Birch' }).click();
      assert.match((await panel.tab.locator('.popup').textContent()) ?? '', /birch\.example/);
    });

    it('says what an answer would rule out, and does not offer one that leaves nothing', async () => {
      await panel.show(guidePage);
      assert.match(
        (await panel.tab.getByRole('button', { name: 'More than one machine' }).textContent()) ?? '',
        /Rules out Cedar\.$/,
      );
      const page: GuidePage = structuredClone(guidePage);
      page.questions[1]!.answers.push({
        id: 'no',
        answer: 'Never',
        drops: { hornbeam: { because: 'x', references: [], unverified: true } },
      });
      await panel.show(page, { anchor: 'size.small' });
      const impossible = panel.tab.getByRole('button', { name: 'Yes, within seconds' });
      assert.equal(await impossible.count(), 0);
      const lone: GuidePage = structuredClone(guidePage);
      lone.questions[1]!.answers.push({
        id: 'files',
        answer: 'Files',
        drops: { cedar: { because: 'x', references: [] } },
      });
      await panel.show(lone, { anchor: 'size.small' });
      assert.equal(await impossible.getAttribute('aria-disabled'), 'true');
      assert.match((await impossible.textContent()) ?? '', /Would leave nothing/);
      await impossible.press('Enter');
      assert.equal(await asked(), 'Must results follow a stream?');
    });

    it('passes over questions that no longer narrow, and ends in links', async () => {
      await panel.show(guidePage);
      await answer('More than one machine');
      await answer('Yes, within seconds');
      assert.equal(await asked(), 'Hornbeam Streaming Tables is left');
      await panel.tab.getByRole('link', { name: 'When to avoid Hornbeam Streaming Tables' }).click();
      assert.deepEqual(await panel.last('open'), {
        type: 'open',
        link: { kind: 'tool', id: 'hornbeam', anchor: 'avoid-it-when' },
        scroll: 0,
      });
      await panel.show(guidePage, { anchor: 'size.any_streams.any_format.any' });
      assert.equal(await asked(), '4 are left');
      await panel.tab.getByRole('link', { name: /^Compare Alder/ }).click();
      const opened = await panel.last('open');
      assert.equal(opened?.type === 'open' && opened.link.id, 'alder+birch+cedar+hornbeam');
    });

    it('is walked by keys alone: the focus goes to the next question, back, and to the start', async () => {
      await panel.show(guidePage);
      const { keyboard } = panel.tab;
      const focused = () => panel.tab.evaluate(() => document.activeElement?.textContent ?? '');
      await panel.tab.locator('.ask').focus();
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      assert.equal(await focused(), 'Must results follow a stream?');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.press('Space');
      assert.equal(await focused(), 'Must other engines read its files?');
      await panel.tab.getByRole('button', { name: 'One back' }).press('Enter');
      assert.equal(await asked(), 'Must results follow a stream?');
      await panel.tab.getByRole('button', { name: 'Change the answer to “How much data is there?”' }).press('Enter');
      assert.equal(await asked(), 'How much data is there?');
      assert.equal(await panel.tab.getByRole('button', { name: 'Start again' }).count(), 0);
    });

    it('is linked to with its answers, tells the panel, and survives a reload', async () => {
      await panel.show(guidePage);
      await answer('More than one machine');
      assert.deepEqual(await panel.last('place'), { type: 'place', anchor: 'size.large' });
      await panel.tab.getByRole('button', { name: 'Copy link', exact: true }).click();
      assert.deepEqual(await panel.last('copyLink'), { type: 'copyLink', anchor: 'size.large' });
      assert.deepEqual(await state(), { kind: 'guide', id: 'store', anchor: 'size.large' });
      await panel.tab.reload();
      await panel.show(guidePage);
      assert.equal(await asked(), 'Must results follow a stream?');
      await panel.tab.getByRole('button', { name: 'Start again' }).click();
      assert.deepEqual(await panel.last('place'), { type: 'place' });
      await panel.show(await topicPage());
      await panel.show(guidePage);
      assert.equal(await asked(), 'How much data is there?');
    });

    it('takes a link to answers that it does not know as far as it goes', async () => {
      for (const anchor of ['size.moon', 'x', '__proto__.constructor', 'size.any_streams.never_format.yes']) {
        await panel.show(guidePage, { anchor });
        assert.match((await asked()) ?? '', /\?$/);
      }
      assert.deepEqual(panel.errors, []);
    });

    it('copies its result with sources', async () => {
      await panel.show(guidePage, { anchor: 'size.large' });
      await panel.tab.getByRole('button', { name: 'Copy result' }).click();
      assert.deepEqual(await panel.last('copy'), {
        type: 'copy',
        what: 'result',
        text: [
          '## Choose a store',
          '',
          '- How much data is there? More than one machine holds',
          '',
          'Left: Alder, Birch Warehouse, Hornbeam Streaming Tables',
          '',
          'Ruled out:',
          '',
          '- Cedar: It runs on one machine.[^4]',
          '',
          '[^4]: Cedar: how tables are stored, <https://cedar.example/reference/tables>, read 2026-01-15',
          '',
        ].join('\n'),
      });
    });
  });

  describe('the landscape', () => {
    const tiles = () => panel.tab.locator('.category li:visible a').allTextContents();
    const focused = () => panel.tab.evaluate(() => document.activeElement?.textContent ?? '');

    it('filters tiles by name, kind, category and former name', async () => {
      await panel.show(landscapeFixture);
      const filter = panel.tab.getByRole('textbox', { name: 'Filter tools' });
      await filter.fill('coppice');
      assert.deepEqual(await tiles(), ['Hornbeam Streaming Tables']);
      assert.equal(await panel.tab.locator('.category:visible').count(), 1);
      assert.equal(await panel.tab.getByRole('status').textContent(), '1 of 13 tools');
      await filter.press('Tab');
      assert.equal(await focused(), 'Hornbeam Streaming Tables');
      await filter.fill('data catalogs');
      assert.deepEqual(await tiles(), ['Larch', 'Maple']);
      await filter.fill('nothing of the kind');
      assert.match((await panel.tab.locator('.empty').textContent()) ?? '', /Clear the filter to see all\.$/);
      await filter.press('Escape');
      assert.equal((await tiles()).length, 13);
    });

    it('is one stop for Tab, and arrow keys go as the tiles lie', async () => {
      await panel.show(landscapeFixture);
      const { keyboard } = panel.tab;
      await panel.tab.getByRole('textbox').focus();
      await keyboard.press('Tab');
      assert.equal(await focused(), 'Alder');
      await keyboard.press('ArrowRight');
      assert.equal(await focused(), 'Birch');
      const perLine = await panel.tab.locator('.category li').evaluateAll((all) => {
        const top = all[0]!.getBoundingClientRect().top;
        return all.filter((one) => one.getBoundingClientRect().top === top).length;
      });
      await keyboard.press('ArrowDown');
      assert.equal(await focused(), landscapeFixture.categories[0]!.tools[1 + perLine]!.name);
      await keyboard.press('ArrowUp');
      assert.equal(await focused(), 'Birch');
      await keyboard.press('End');
      assert.equal(await focused(), 'Maple');
      await keyboard.press('Enter');
      assert.deepEqual(await panel.last('open'), { type: 'open', link: { kind: 'tool', id: 'maple' }, scroll: 0 });
      await keyboard.press('Home');
      assert.equal(await focused(), 'Alder');
    });

    it('opens a tool from anywhere on its tile', async () => {
      await panel.show(landscapeFixture);
      await panel.tab.locator('.category li', { hasText: 'Larch' }).click({ position: { x: 60, y: 40 } });
      const opened = await panel.last('open');
      assert.equal(opened?.type === 'open' && opened.link.id, 'larch');
    });
  });

  describe('a timeline', () => {
    it('puts dated releases and renamings in order', async () => {
      const facts = toolPage.facts.map((fact) =>
        fact.label === 'First release' ? { ...fact, value: '0.1 (May 2019), as a package' } : fact,
      );
      await panel.show({ ...toolPage, facts });
      const line = panel.tab.getByRole('list', { name: 'Releases and renamings' });
      assert.deepEqual(await line.getByRole('listitem').allTextContents(), [
        '2019-05First releaseunverified',
        '2025-06Formerly Hornbeam Live',
        '2026-10-02Newest release',
      ]);
    });

    it('takes no version for a year', () => {
      for (const [text, date] of [
        ['2019', '2019'],
        ['2026.8.0 (August 2026)', '2026-08'],
        ['SQL Server 2025 (17.x); update 4 of 16 April 2026', '2026-04-16'],
        ['SQL Server 2025 (17.x)', undefined],
        ['4.2.1 (2026); 4.2.0 was released on 2025-11-23', '2025-11-23'],
        ['renamed in June 2025', '2025-06'],
        ['until 2.0', undefined],
      ] as const)
        assert.equal(dateIn(text), date, text);
    });

    it('is left out where fewer than two dates are known', async () => {
      await panel.show({ ...toolPage, formerly: [], facts: toolPage.facts.slice(0, 2) });
      assert.equal(await panel.tab.locator('.timeline').count(), 0);
    });
  });

  it('shows hostile text as text', async () => {
    const attack = hostilePage.title;
    const hostile: GuidePage = {
      ...guidePage,
      title: attack,
      candidates: [
        { id: 'x" onclick="y', name: attack, summary: attack },
        { id: 'constructor', name: '__proto__', summary: attack },
      ],
      questions: [
        {
          id: 'q',
          ask: attack,
          why: attack,
          otherwise: attack,
          answers: [{ id: 'a', answer: attack, drops: { constructor: { because: attack, references: [1, 99] } } }],
        },
      ],
      references: hostilePage.references,
    };
    const map: LandscapePage = {
      ...landscapeFixture,
      categories: [
        {
          id: 'page',
          title: attack,
          tools: [{ id: 'javascript:x', name: attack, kind: attack, otherNames: [attack] }],
        },
      ],
    };
    await panel.show(hostile, { anchor: 'q.a' });
    await panel.show(hostile);
    await panel.tab.locator('.answer').first().click();
    assert.match((await out()).join(), /onerror/);
    await panel.show(map);
    await panel.show({ ...toolPage, formerly: [{ name: attack, note: `in 2020 ${attack}` }] });
    assert.equal(await panel.tab.locator('article :is(img, script)').count(), 0);
    assert.equal(await panel.tab.evaluate(() => 'attacked' in window), false);
    assert.deepEqual(await panel.violations(), []);
    assert.deepEqual(panel.errors, []);
  });
});
