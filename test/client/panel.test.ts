import { strict as assert } from 'node:assert';
import path from 'node:path';
import { compile } from '../../src/build/compile';
import { readContent } from '../../src/build/source';
import { writeCatalogue } from '../../src/build/write';
import type { EntryLink } from '../../src/catalogue/types';
import type { Catalogue } from '../../src/client/catalogue';
import type { PagePanel } from '../../src/client/panel/pagePanel';
import type { EntryUriHandler } from '../../src/client/uriHandler';
import { guideFiles, withFiles } from '../build/contentFixture';
import { FakeUri, FakeWindow, withFakeVscode } from './fakeVscode';

const redirects = `tool:sparc: tool:spark
tool:rest: tool:other
topic:00-was: topic:01-what#what-it-is
`;

interface Opened {
  window: FakeWindow;
  catalogue: Catalogue;
  panel: PagePanel;
  uris: EntryUriHandler;
  warnings: string[];
}

const load = () =>
  Promise.all([
    import('../../src/client/catalogue'),
    import('../../src/client/panel/pagePanel'),
    import('../../src/client/uriHandler'),
  ]);

describe('The page panel', () => {
  const window = new FakeWindow();
  let code: Awaited<ReturnType<typeof load>>;

  before(async () => {
    code = await withFakeVscode(window, load);
  });

  const opened = (use: (parts: Opened) => Promise<void>): Promise<void> =>
    withFiles({ ...guideFiles, 'src/content/redirects.yml': redirects }, async (root) => {
      const { content, problems } = await readContent(root);
      assert.deepEqual(problems, []);
      await writeCatalogue(await compile(content, {}), path.join(root, 'dist'));
      const [{ Catalogue }, { PagePanel }, { EntryUriHandler }] = code;
      const home = FakeUri.file(root) as never;
      const warnings: string[] = [];
      const log = { warn: (text: string) => warnings.push(text), error: (text: string) => warnings.push(String(text)) };
      const catalogue = new Catalogue(home);
      const panel = new PagePanel(home, catalogue, undefined as never, log as never);
      window.activeTextEditor = undefined;
      window.panels.length = 0;
      await use({ window, catalogue, panel, uris: new EntryUriHandler(panel), warnings });
    });

  const show = async (panel: PagePanel, link: EntryLink) => {
    await panel.open(link);
    const [page] = window.panels;
    if (page!.sent.length === 0) await page!.fromPage({ type: 'ready' });
    return page!;
  };

  it('follows ids out of use, in links of pages and in those from outside', () =>
    opened(async ({ panel, uris }) => {
      const page = await show(panel, { kind: 'tool', id: 'sparc', anchor: 'what-bites' });
      assert.equal(page.title, 'Apache Spark');
      assert.deepEqual(panel.current, { kind: 'tool', id: 'spark', anchor: 'what-bites' });
      assert.equal(page.sent.at(-1)!.anchor, 'what-bites');
      await uris.handleUri(FakeUri.from({ path: '/topic/00-was', fragment: 'old' }) as never);
      assert.deepEqual(panel.current, { kind: 'topic', id: '01-what', anchor: 'what-it-is' });
      await page.fromPage({ type: 'open', link: { kind: 'comparison', id: 'sparc+rest' }, scroll: 0 });
      assert.equal(page.title, 'Apache Spark and Other');
      await page.fromPage({ type: 'copyLink' });
      assert.equal(
        window.clipboard,
        'vscodium://data-engineering-reference.data-engineering-reference/comparison/spark+other',
      );
      await page.fromPage({ type: 'back', scroll: 0 });
      assert.deepEqual(panel.current, { kind: 'topic', id: '01-what', anchor: 'what-it-is' });
    }));

  it('restores a kept place whose id went out of use', () =>
    opened(async ({ panel, window }) => {
      await panel.open({ kind: 'topic', id: '01-what' });
      await panel.deserializeWebviewPanel(window.newPanel() as never, {
        link: { kind: 'tool', id: 'sparc' },
        scroll: 120,
      });
      const page = window.panels.at(-1)!;
      await page.fromPage({ type: 'ready' });
      const shown = page.sent.at(-1)!;
      assert.deepEqual([(shown.page as { id: string }).id, shown.scroll], ['spark', 120]);
    }));

  it('says that a link leads nowhere', () =>
    opened(async ({ panel, uris, window }) => {
      const page = await show(panel, { kind: 'tool', id: 'nowhere' });
      assert.match(String(page.sent.at(-1)!.message), /There is no tool called “nowhere”/);
      await uris.handleUri(FakeUri.from({ path: '/motor/x' }) as never);
      assert.match(window.errors.at(-1)!, /leads nowhere in the reference: \/motor\/x/);
    }));

  it('refuses and logs what is no message', () =>
    opened(async ({ panel, warnings }) => {
      const page = await show(panel, { kind: 'tool', id: 'spark' });
      const sent = page.sent.length;
      for (const message of [{ type: 'run' }, { type: 'open', link: { kind: 'file', id: 'x' }, scroll: 0 }, null])
        await page.fromPage(message);
      assert.equal(page.sent.length, sent);
      assert.deepEqual(
        warnings.map((text) => text.replace(/refused: .*/, 'refused')),
        Array(3).fill('A message from the page was refused'),
      );
    }));

  it('can be searched by the editor’s find widget', () =>
    opened(async ({ panel }) => {
      const page = await show(panel, { kind: 'tool', id: 'spark' });
      assert.deepEqual(page.options, { enableFindWidget: true });
    }));

  it('tells the page what the workspace pins, at once and with later pages', () =>
    opened(async ({ panel }) => {
      const versions = [{ tool: 'spark', version: '4.3', where: 'requirements.txt' }];
      panel.setWorkspaceVersions([]);
      const page = await show(panel, { kind: 'tool', id: 'spark' });
      assert.deepEqual(page.sent.at(-1)!.workspaceVersions, []);
      panel.setWorkspaceVersions(versions);
      assert.deepEqual(page.sent.at(-1), { type: 'workspaceVersions', versions });
      await page.fromPage({ type: 'open', link: { kind: 'tool', id: 'other' }, scroll: 0 });
      assert.deepEqual(page.sent.at(-1)!.workspaceVersions, versions);
    }));

  it('leads back to the place in the editor that a page was opened from', () =>
    opened(async ({ panel, window }) => {
      const selection = { active: { line: 11 } };
      const uri = FakeUri.file('/home/jobs/orders.py');
      window.activeTextEditor = { document: { uri }, selection, viewColumn: 2 };
      const page = await show(panel, { kind: 'tool', id: 'spark' });
      assert.equal(page.sent.at(-1)!.editor, 'orders.py:12');
      window.activeTextEditor = undefined;
      await page.fromPage({ type: 'open', link: { kind: 'tool', id: 'other' }, scroll: 0 });
      assert.equal(page.sent.at(-1)!.editor, 'orders.py:12');
      await page.fromPage({ type: 'returnToEditor' });
      assert.deepEqual(window.shown, [{ uri: uri.toString(), options: { selection, viewColumn: 2 } }]);
      window.missing.add(uri.path);
      await page.fromPage({ type: 'returnToEditor' });
      assert.match(window.errors.at(-1)!, /orders\.py cannot be opened any more/);
    }));

  it('finds what pages say, with the words around it', () =>
    opened(async ({ catalogue }) => {
      const fullText = await catalogue.fullText();
      assert.deepEqual(fullText.find('driver plans')[0], {
        kind: 'tool',
        id: 'other',
        anchor: 'how-it-works',
        title: 'Other',
        description: 'How it works',
        detail: 'A driver plans, executors run.',
      });
      assert.equal(fullText.find('many machines').find(({ kind }) => kind === 'comparison')?.description, 'Runs on');
    }));
});
