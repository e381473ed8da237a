import assert from 'node:assert/strict';
import type { Page } from '../../src/catalogue/types';
import { Bench, type Panel } from './browser';
import {
  comparisonPage,
  enginesPage,
  pages,
  snippetPage,
  storesTable,
  termPage,
  toolPage,
  topicPage,
} from './fixtures';

describe('page kinds', function () {
  this.timeout(60_000);
  let bench: Bench;
  let panel: Panel;

  before(async () => {
    bench = await Bench.start();
  });
  after(() => bench.stop());
  afterEach(() => panel.close());

  const opened = async (page: Page, width = 700): Promise<Panel> => {
    panel = await bench.open({ width });
    await panel.show(page);
    return panel;
  };

  describe('a topic', () => {
    it('gives headings the anchors of the compiler', async () => {
      const { tab } = await opened(await topicPage());
      const ids = await tab.locator('h2').evaluateAll((headings) => headings.map((heading) => heading.id));
      assert.deepEqual(ids.slice(0, 4), ['what-it-is', 'how-a-query-runs', 'what-it-costs', 'go-deeper']);
    });

    it('draws a diagram that says its text to those who do not see it', async () => {
      const { tab } = await opened(await topicPage());
      const drawing = tab.getByRole('img', { name: /^Sources are loaded into storage/ });
      assert.equal(await drawing.locator('g.node').count(), 6);
      assert.equal(await drawing.locator('[fill], [stroke], [style], title').count(), 0);
      await tab.getByText('Text of this diagram').click();
      assert.ok(await tab.locator('details p').isVisible());
    });

    it('opens the text of a diagram where the drawing is too small to read', async () => {
      const { tab } = await opened(await topicPage(), 300);
      await tab.locator('details[open] p').waitFor();
    });

    it('shows what code is and ran with', async () => {
      const { tab } = await opened(await topicPage());
      assert.deepEqual(await tab.locator('.code-label').allTextContents(), ['Python · Alder 4.2', 'SQL']);
    });

    it('embeds tables, and counts their sources with its own', async () => {
      const { tab } = await opened(await topicPage());
      assert.equal(await tab.locator('table.compared').count(), 1);
      const names = await tab.locator('.sources > li a').allTextContents();
      assert.equal(names.length, 5);
      assert.equal(names[0], 'Alder documentation: architecture (external)');
    });

    it('lists its headings in wide panes alone', async () => {
      const { tab } = await opened(await topicPage(), 1600);
      const outline = tab.getByRole('navigation', { name: 'On this page' });
      assert.equal(await outline.getByRole('link').count(), 6);
      await outline.getByRole('link', { name: 'What it costs' }).click();
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'what-it-costs');
      await tab.setViewportSize({ width: 700, height: 900 });
      assert.equal(await outline.isVisible(), false);
    });

    it('sets prose in lines of 68 to 76 characters of width', async () => {
      const { tab } = await opened(await topicPage(), 1600);
      const widths = await tab.evaluate(() => {
        const ruler = document.createElement('span');
        ruler.textContent = '0'.repeat(100);
        ruler.style.whiteSpace = 'nowrap';
        document.querySelector('article > p')!.append(ruler);
        const character = ruler.getBoundingClientRect().width / 100;
        ruler.remove();
        return [...document.querySelectorAll('article > p')].map(
          (paragraph) => paragraph.getBoundingClientRect().width / character,
        );
      });
      for (const width of widths) assert.ok(width >= 67 && width <= 76, `${width} characters`);
    });
  });

  describe('a tool', () => {
    it('starts with name, sentence, former names and a quiet row of facts', async () => {
      const { tab } = await opened(toolPage);
      assert.equal(await tab.getByRole('heading', { level: 1 }).textContent(), 'Hornbeam Streaming Tables');
      assert.equal(
        await tab.locator('.formerly').textContent(),
        'Formerly Hornbeam Live (renamed in June 2025); Coppice (until 2.0)',
      );
      assert.deepEqual(await tab.locator('.quiet-facts > li').allTextContents(), [
        'Streaming table store',
        'Licence Apache-2.0',
        'Newest release 4.2.1, 2026-10-02',
        'Support ends 4.x: 2028-03-31',
        'checked 2026-11-20',
        'Documentation (external)',
      ]);
    });

    it('gives each fact of the row its date where the dates differ', async () => {
      const facts = toolPage.facts.map((fact) =>
        fact.label === 'Licence' ? { ...fact, checked: '2026-11-01' } : fact,
      );
      const { tab } = await opened({ ...toolPage, facts });
      assert.equal(
        await tab.locator('.quiet-facts > li').nth(1).textContent(),
        'Licence Apache-2.0 (checked 2026-11-01)',
      );
    });

    it('marks unverified and old facts by a word', async () => {
      const { tab } = await opened(toolPage);
      const marks = (label: string) => tab.locator('.fact', { hasText: label }).locator('.mark').allTextContents();
      assert.deepEqual(await marks('First release'), ['unverified']);
      assert.deepEqual(await marks('Languages'), ['old']);
      assert.deepEqual(await marks('Steward'), []);
    });
  });

  describe('a comparison', () => {
    it('is a table with a caption, column heads and row heads', async () => {
      const { tab } = await opened(comparisonPage);
      const table = tab.getByRole('table', { name: storesTable.question });
      assert.deepEqual(await table.getByRole('columnheader').allTextContents(), [
        'Store',
        'Row store',
        'Alder',
        'Birch Warehouse',
        'Hornbeam Streaming Tables',
      ]);
      assert.equal(await table.getByRole('rowheader').first().textContent(), 'Made for');
    });

    it('says yes, no and partly by an icon and the word', async () => {
      const { tab } = await opened(comparisonPage);
      const row = tab.locator('tbody tr').nth(1);
      assert.equal(await row.locator('td .icon-yes').count(), 2);
      assert.equal(await row.locator('td .icon-no').count(), 1);
      assert.equal(await row.locator('td .icon-partly').count(), 1);
      assert.match((await row.locator('td').nth(2).textContent()) ?? '', /^Yes, since 3\.0/);
    });

    it('says where a question does not apply', async () => {
      const { tab } = await opened(comparisonPage);
      assert.match((await tab.locator('tbody tr').nth(3).locator('td').first().textContent()) ?? '', /not applicable/);
    });

    const scrolledInto = async () => {
      const region = panel.tab.locator('.region');
      await region.evaluate((element) => {
        window.scrollTo(0, element.getBoundingClientRect().top + 250);
        element.scrollTo(300, 150);
      });
      await panel.tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const [frame, corner, head] = await Promise.all([
        region.boundingBox(),
        panel.tab.locator('thead th').first().boundingBox(),
        panel.tab.locator('tbody th').nth(4).boundingBox(),
      ]);
      return { frame: frame!, corner: corner!, head: head! };
    };

    it('keeps head and first column in sight while page and table scroll', async () => {
      await opened(comparisonPage, 300);
      const { frame, corner, head } = await scrolledInto();
      assert.ok(frame.y < -200, `the table starts at ${frame.y}`);
      assert.ok(Math.abs(corner.y) < 2, `the head stands at ${corner.y}`);
      assert.ok(Math.abs(corner.x - frame.x) < 1 && Math.abs(head.x - frame.x) < 1);
    });

    it('keeps them in sight without scroll-driven animation, in a region that scrolls both ways', async () => {
      panel = await bench.open({ width: 300, height: 500, without: 'ViewTimeline' });
      await panel.show(comparisonPage);
      const { frame, corner, head } = await scrolledInto();
      assert.ok(Math.abs(corner.y - frame.y) < 2, `the head stands ${corner.y - frame.y} below the region`);
      assert.ok(Math.abs(corner.x - frame.x) < 1 && Math.abs(head.x - frame.x) < 1);
    });

    it('leaves room for an answer beside the first column at 300 px', async () => {
      const { tab } = await opened(comparisonPage, 300);
      const [frame, head] = await Promise.all([
        tab.locator('.region').boundingBox(),
        tab.locator('tbody th').first().boundingBox(),
      ]);
      assert.ok(head!.width < frame!.width * 0.5, `${head!.width} of ${frame!.width}`);
    });

    it('aligns columns of numbers right', async () => {
      const { tab } = await opened(enginesPage);
      const alignment = (column: number) =>
        tab
          .locator('tbody td')
          .nth(column)
          .evaluate((cell) => getComputedStyle(cell).textAlign);
      assert.equal(await alignment(0), 'right');
      assert.equal(await alignment(1), 'left');
    });

    it('has stripes only where rows are many', async () => {
      const { tab } = await opened(comparisonPage);
      assert.equal(await tab.locator('table.zebra').count(), 0);
      await panel.show(enginesPage);
      assert.equal(await tab.locator('table.zebra').count(), 1);
    });
  });

  describe('a snippet', () => {
    it('says prefix, needs, how it was checked and its tool', async () => {
      const { tab } = await opened(snippetPage);
      assert.deepEqual(await tab.locator('.fact dd').allTextContents(), [
        'alder-latest-row',
        'alder 4.2',
        'Executed with alder 4.2 on 2026-11-20; its result was checked.',
        'Alder',
      ]);
    });

    it('shows the code as it is', async () => {
      const { tab } = await opened(snippetPage);
      assert.equal(await tab.locator('pre').textContent(), snippetPage.code);
    });
  });

  describe('a term', () => {
    it('says what else it is called', async () => {
      const { tab } = await opened(termPage);
      assert.equal(await tab.locator('.formerly').textContent(), 'Also called late-data bound');
      assert.equal(await tab.locator('.kind').textContent(), 'Term');
    });
  });

  describe('at every width', () => {
    for (const width of [300, 700, 1600]) {
      it(`scrolls no page sideways at ${width} px`, async () => {
        panel = await bench.open({ width });
        for (const [name, page] of Object.entries(await pages())) {
          await panel.show(page);
          const overflow = await panel.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${name}: ${overflow} px too wide`);
        }
      });
    }
  });
});
