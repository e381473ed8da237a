import assert from 'node:assert/strict';
import type { ComparisonPage, LandscapePage } from '../../src/catalogue/types';
import { Bench, type Panel } from './browser';
import { groupedPage, landscapeFixture, toolPage } from './fixtures';

const landscape: LandscapePage = landscapeFixture;

/** Three tools put together, as the panel answers `compare` once they are chosen. */
const compared: ComparisonPage = { ...groupedPage, id: 'hornbeam+alder+birch' };

/**
 * The way that CONTRIBUTING.md describes under "Keyboard": find a tool, compare three, open a source, copy the table,
 * by keys alone; and at each stop what a screen reader comes upon, in its order.
 */
describe('by keyboard and screen reader', function () {
  this.timeout(60_000);
  let bench: Bench;
  let panel: Panel;

  before(async () => {
    bench = await Bench.start();
  });
  after(() => bench.stop());
  beforeEach(async () => {
    panel = await bench.open({ width: 700 });
  });
  afterEach(() => panel.close());

  const press = async (...keys: string[]) => {
    for (const key of keys) await panel.tab.keyboard.press(key);
  };

  /** Role and name of what has the focus, as the accessibility tree has them. */
  const focused = async (): Promise<string> => {
    const nodes = await tree();
    const node = nodes.find(({ focus }) => focus);
    return node ? `${node.role} ${node.name}` : 'nothing';
  };

  /** What a screen reader reads, from top to bottom: roles that mean something, with their names. */
  const tree = async (): Promise<{ role: string; name: string; focus: boolean }[]> => {
    const session = await panel.tab.context().newCDPSession(panel.tab);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inOrder = (id: string): typeof nodes => {
      const node = byId.get(id);
      return node ? [node, ...(node.childIds ?? []).flatMap(inOrder)] : [];
    };
    return inOrder(nodes[0]!.nodeId)
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties }) => ({
        role: String(role?.value),
        name: String(name?.value ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
        focus: properties?.some((one) => one.name === 'focused' && one.value.value === true) ?? false,
      }))
      .filter(({ role }) => !['RootWebArea', 'document'].includes(role));
  };

  const read = async (...roles: string[]): Promise<string[]> =>
    (await tree()).filter(({ role }) => roles.includes(role)).map(({ role, name }) => `${role} ${name}`);

  const tabTo = async (name: RegExp, key = 'Tab') => {
    for (let at = 0; at < 40 && !name.test(await focused()); at++) await press(key);
    assert.match(await focused(), name);
  };

  it('finds a tool, compares three, opens a source and copies the table', async () => {
    // 1. The landscape: the filter is the first stop of the page, the tiles the second.
    await panel.show(landscape);
    await tabTo(/^textbox Filter tools/);
    await panel.tab.keyboard.type('coppice');
    assert.equal(await panel.tab.getByRole('status').textContent(), '1 of 18 tools'.replace('18', String(count())));
    await press('Tab');
    assert.equal(await focused(), 'link Hornbeam Streaming Tables');
    await press('Enter');
    const open = await panel.last('open');
    assert.deepEqual(open?.type === 'open' && open.link, { kind: 'tool', id: 'hornbeam' });

    // 2. The tool: reading goes on from its title, and a stop later the others are asked for.
    await panel.show(toolPage, { canGoBack: true });
    assert.equal(await focused(), 'heading Hornbeam Streaming Tables');
    await tabTo(/^button Compare with…/);
    await press('Enter');
    assert.deepEqual(await panel.last('compare'), { type: 'compare', tool: 'hornbeam' });

    // 3. VS Code's picker asks which (Space ticks, Enter compares); the table comes, and reading starts at its title.
    await panel.show(compared, { canGoBack: true });
    assert.match(await focused(), /^heading /);
    await tabTo(/^button Sort rows by Question/);
    await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown');
    assert.equal(await focused(), 'button note and source 1, 2 for Alder, Made for');
    await press('Enter');
    const popup = panel.tab.getByRole('group', { name: 'Details of Alder, Made for' });
    await popup.waitFor();
    await tabTo(/^link Alder documentation: architecture/);
    await press('Enter');
    assert.deepEqual(await panel.last('openExternal'), {
      type: 'openExternal',
      url: 'https://docs.alder.example/architecture',
    });
    await press('Escape');
    assert.equal(await focused(), 'button note and source 1, 2 for Alder, Made for');

    // 4. Back over the table's one stop to its controls.
    await tabTo(/^button Copy or save this table/, 'Shift+Tab');
    await press('Enter', 'ArrowDown', 'ArrowUp');
    assert.equal(await focused(), 'button Copy as Markdown');
    await press('Enter');
    const copied = await panel.last('copy');
    assert.ok(copied?.type === 'copy' && copied.what === 'table' && copied.text.startsWith('| Question | Alder |'));
    assert.equal(await focused(), 'button Copy or save this table');
    assert.equal(await panel.tab.getByRole('status').textContent(), 'Table copied as Markdown.');
  });

  const count = () => landscape.categories.flatMap(({ tools }) => tools).length;

  it('reads a landscape as a heading, a filter, and a list under each category', async () => {
    await panel.show(landscape);
    assert.deepEqual(await read('heading', 'textbox', 'list'), [
      'heading All tools',
      'textbox Filter tools',
      ...landscape.categories.flatMap(({ title }) => [`heading ${title}`, `list ${title}`]),
    ]);
  });

  it('reads a tool from its name to its sources, and pins before the text', async () => {
    await panel.show(toolPage, { workspaceVersions: [{ tool: 'hornbeam', version: '4.1.0', where: 'Dockerfile' }] });
    const all = await read('heading', 'list');
    assert.deepEqual(all.slice(0, 3), ['heading Hornbeam Streaming Tables', 'list ', 'list In this workspace']);
    const titles = all.filter((line) => line.startsWith('heading')).map((line) => line.slice('heading '.length));
    const own = toolPage.headings.map(({ title }) => title);
    assert.deepEqual(titles, [toolPage.title, ...own, 'Facts', 'Read next', 'Sources']);
  });

  it('reads a table row by row: its caption, the heads, then each question and its answers', async () => {
    await panel.show(compared);
    const lines = await read('heading', 'button', 'table', 'columnheader', 'rowheader', 'cell', 'gridcell');
    const at = (wanted: RegExp) => lines.findIndex((line) => wanted.test(line));
    const order = [
      /^heading /,
      /^button Columns and rows/,
      /^button Copy or save/,
      /^table /,
      /^columnheader Question/,
      /^columnheader Alder/,
      /^rowheader Made for/,
      /^button note and source 1, 2 for Alder, Made for/,
    ].map(at);
    assert.ok(!order.includes(-1), JSON.stringify([order, lines.slice(0, 30)]));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  });

  it('reads a source right after the button that opened it', async () => {
    await panel.show(compared);
    const button = panel.tab.getByRole('button', { name: 'note and source 1, 2 for Alder, Made for' });
    await button.focus();
    await press('Enter');
    const names = (await tree()).map(({ role, name }) => `${role} ${name}`);
    const at = names.indexOf('button note and source 1, 2 for Alder, Made for');
    const group = names.indexOf('group Details of Alder, Made for');
    const next = names.findIndex((name, index) => index > at && name.startsWith('button '));
    assert.ok(at < group && (next < 0 || group < next), `${at} ${group} ${next}`);
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
  });
});
