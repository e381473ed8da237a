import type { TableSetup } from '../protocol/page';
import { asWritten, type Axis, headsOf } from './arrangement';
import { button, confirmOn } from './button';
import type { Context } from './context';
import { filterBox } from './filterBox';
import { h } from './dom';
import { icon } from './icons';
import { menu, type MenuItem, type MenuPart } from './menu';
import type { TableView } from './table';
import { toCsv, toHtml, toMarkdown } from './tableText';

/** Fewer rows than this are found by looking. */
const filterFrom = 6;

/** One line above the table: filter, differences only, columns, copy. What would change nothing is left out. */
export function tableControls(view: TableView, context: Context): HTMLElement {
  return h(
    'div',
    { class: 'controls' },
    view.grid.rows.length >= filterFrom && filterBox('Filter rows', view.setup.text, (text) => view.change({ text })),
    view.canHideSame && differencesSwitch(view),
    linesButton(view),
    copyButton(view, context),
  );
}

function differencesSwitch(view: TableView): HTMLElement {
  const element = button({
    class: 'quiet switch',
    text: 'Differences only',
    onClick() {
      const on = !view.setup.differences;
      element.setAttribute('aria-pressed', String(on));
      view.change({ differences: on });
    },
  });
  element.prepend(icon('off'), icon('on'));
  element.setAttribute('aria-pressed', String(view.setup.differences));
  return element;
}

/** Hides lines and brings them back, and undoes every arrangement. */
function linesButton(view: TableView): HTMLElement {
  const element = button({
    class: 'quiet lines',
    icon: 'lines',
    text: 'Columns',
    label: 'Columns and rows',
    onClick: () => undefined,
  });
  menu(element, 'Columns and rows', () => [
    { items: [{ text: 'As written', run: () => reset(view) }] },
    lines(view, 'columns', 'Columns'),
    lines(view, 'rows', 'Rows'),
  ]);
  return element;
}

/** Undoes what was arranged; the filter and its neighbour show for themselves that they are on. */
function reset(view: TableView): void {
  const { text, differences } = view.setup;
  const setup: TableSetup = { ...asWritten(), text, differences, sortRows: undefined, sortColumns: undefined };
  view.change(setup, () => 'The table is as it was written.');
}

function lines(view: TableView, axis: Axis, title: string): MenuPart {
  const items = headsOf(view.grid, axis).map(({ key, label }): MenuItem => ({
    text: label,
    on: !view.setup[axis].hidden.includes(key),
    stay: true,
    run(item) {
      const { hidden } = view.setup[axis];
      const hide = !hidden.includes(key);
      item.setAttribute('aria-pressed', String(!hide));
      const next = hide ? [...hidden, key] : hidden.filter((one) => one !== key);
      view.change({ [axis]: { ...view.setup[axis], hidden: next } }, () => `${label} is ${hide ? 'hidden' : 'shown'}.`);
    },
  }));
  return { title, items };
}

const formats = [
  { name: 'Markdown', ending: 'md', text: (view: TableView) => toMarkdown(view.visible(), view.numbering) },
  { name: 'CSV', ending: 'csv', text: (view: TableView) => toCsv(view.visible(), view.numbering) },
  { name: 'HTML', ending: 'html', text: (view: TableView) => toHtml(view.visible(), view.numbering, view.table.title) },
];

/** The part on show as text with its sources, to the clipboard or to a file. */
function copyButton(view: TableView, context: Context): HTMLElement {
  const element = button({ icon: 'copy', text: 'Copy', label: 'Copy or save this table', onClick: () => undefined });
  menu(element, 'Copy or save this table', () => [
    {
      items: formats.map(({ name, text }) => ({
        text: `Copy as ${name}`,
        run() {
          context.post({ type: 'copy', text: text(view), what: 'table' });
          confirmOn(element, 'Copied');
          context.announce(`Table copied as ${name}.`);
        },
      })),
    },
    {
      items: formats.map(({ name, ending, text }) => ({
        text: `Save as ${name}…`,
        run: () => context.post({ type: 'save', name: `${view.table.id}.${ending}`, text: text(view) }),
      })),
    },
  ]);
  return element;
}
