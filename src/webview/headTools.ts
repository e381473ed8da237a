import type { Sort, TableSetup } from '../protocol/page';
import { type Axis, headsOf, moved } from './arrangement';
import { button } from './button';
import { h } from './dom';
import { icon } from './icons';
import { menu, type MenuItem } from './menu';
import type { TableView } from './table';

/** In a head: a button that sorts by its column, and a menu that sorts, moves and hides. No line: the corner. */
export function headTools(view: TableView, axis: Axis, line: number | undefined): HTMLElement {
  const heads = headsOf(view.grid, axis);
  const { key, label } = line === undefined ? { key: '', label: view.grid.corner } : heads[line]!;
  const tools = h('span', { class: 'tools' });
  if (axis === 'columns') tools.append(sortButton(view, key, label));
  if (line !== undefined) tools.append(menuButton(view, axis, line, label));
  return tools;
}

function sortButton(view: TableView, by: string, label: string): HTMLButtonElement {
  return button({
    class: 'quiet sort',
    icon: 'sort',
    label: `Sort rows by ${label}`,
    onClick: () => sortBy(view, 'rows', next(view.setup.sortRows, by), label),
  });
}

/** Up, down, as written, and round again. */
function next(sort: Sort | undefined, by: string): Sort | undefined {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? undefined : { by, descending: true };
}

function sortBy(view: TableView, sorted: Axis, sort: Sort | undefined, label: string): void {
  const change: Partial<TableSetup> = sorted === 'rows' ? { sortRows: sort } : { sortColumns: sort };
  const way = sort?.descending ? 'descending' : 'ascending';
  const name = sorted === 'rows' ? 'Rows' : 'Columns';
  view.change(change, () => (sort ? `${name} sorted by ${label}, ${way}.` : `${name} as they were.`));
}

function menuButton(view: TableView, axis: Axis, line: number, label: string): HTMLButtonElement {
  const element = button({ class: 'quiet more', icon: 'more', label: `Arrange ${label}`, onClick: () => undefined });
  element.draggable = true;
  element.title = 'Press for a menu, drag to move';
  menu(element, `Arrange ${label}`, () => [{ items: items(view, axis, line, label, element) }]);
  return element;
}

function items(view: TableView, axis: Axis, line: number, label: string, opener: HTMLButtonElement): MenuItem[] {
  const across: Axis = axis === 'columns' ? 'rows' : 'columns';
  const by = headsOf(view.grid, axis)[line]!.key;
  const sort = (text: string, descending: boolean): MenuItem => ({
    text,
    run: () => sortBy(view, across, { by, descending }, label),
  });
  const names = axis === 'columns' ? ['Move left', 'Move right'] : ['Move up', 'Move down'];
  const sorted = (across === 'rows' ? view.setup.sortRows : view.setup.sortColumns)?.by === by;
  return [
    sort(`Sort ${across}, ascending`, false),
    sort(`Sort ${across}, descending`, true),
    ...(sorted ? [{ text: 'Unsorted', run: () => sortBy(view, across, undefined, label) }] : []),
    ...names.flatMap((text, at) => move(view, axis, line, at === 0 ? -1 : 1, text, label, opener)),
    { text: 'Hide', run: () => hide(view, axis, line, label) },
  ];
}

/** To the place of the neighbour that is on show; at an end there is none. */
function move(
  view: TableView,
  axis: Axis,
  line: number,
  step: -1 | 1,
  text: string,
  label: string,
  opener: HTMLButtonElement,
): MenuItem[] {
  const shown = view.shown[axis];
  const to = shown[shown.indexOf(line) + step];
  if (to === undefined || !sameGroup(view, axis, line, to)) return [];
  const run = (): void => {
    moveTo(view, axis, line, to, step > 0, label);
    opener.focus();
  };
  return [{ text, run }];
}

function sameGroup({ grid }: TableView, axis: Axis, a: number, b: number): boolean {
  return axis === 'columns' || grid.rows[a]!.group === grid.rows[b]!.group;
}

function moveTo(view: TableView, axis: Axis, line: number, to: number, after: boolean, label: string): void {
  const setup = moved(view.grid, view.setup, axis, line, to, after);
  const name = axis === 'columns' ? 'column' : 'row';
  view.change(setup, () => `${label} is ${name} ${view.shown[axis].indexOf(line) + 1} of ${view.shown[axis].length}.`);
}

function hide(view: TableView, axis: Axis, line: number, label: string): void {
  const heads = headsOf(view.grid, axis);
  const shown = view.shown[axis];
  const at = shown.indexOf(line);
  const neighbour = shown[at + 1] ?? shown[at - 1];
  const hidden = [...view.setup[axis].hidden, heads[line]!.key];
  view.change({ [axis]: { ...view.setup[axis], hidden } }, () => `${label} is hidden; “Columns” brings it back.`);
  const buttons = view.element.querySelectorAll<HTMLElement>(axis === 'columns' ? 'thead .more' : 'tbody .more');
  const next = [...buttons].filter((button) => button.offsetParent !== null)[view.shown[axis].indexOf(neighbour ?? -1)];
  (next ?? view.element.closest('.comparison')?.querySelector<HTMLElement>('.lines'))?.focus();
}

/** The heads say by what their table is sorted. */
export function showSorting(
  view: TableView,
  corner: HTMLElement,
  columns: HTMLElement[],
  rows: HTMLTableRowElement[],
): void {
  const { sortRows, sortColumns } = view.setup;
  show(corner, sortRows?.by === '' ? sortRows : undefined);
  for (const [at, head] of columns.entries())
    show(head, sortRows?.by === view.grid.columns[at]!.key ? sortRows : undefined);
  for (const [at, row] of rows.entries())
    show(row.cells[0]!, sortColumns?.by === view.grid.rows[at]!.head.key ? sortColumns : undefined);
}

function show(head: HTMLElement, sort: Sort | undefined): void {
  const way = sort && (sort.descending ? 'descending' : 'ascending');
  if (way === (head.getAttribute('aria-sort') ?? undefined)) return;
  if (way) head.setAttribute('aria-sort', way);
  else head.removeAttribute('aria-sort');
  head.querySelector('.sort > .icon')?.replaceWith(icon(way ?? 'sort'));
}

const dropMarks = { columns: ['drop-left', 'drop-right'], rows: ['drop-above', 'drop-below'] };

/** A head's menu button is also its handle: dropped on another line, its own goes there. */
export function moveByMouse(view: TableView): void {
  const { element } = view;
  let dragged: { axis: Axis; line: number } | undefined;
  let mark: Element | undefined;
  const unmark = (): void => mark?.classList.remove('drop-left', 'drop-right', 'drop-above', 'drop-below');
  element.addEventListener('dragstart', (event) => {
    const cell = (event.target as Element).closest?.('.more')?.closest('th');
    dragged = cell ? lineOf(view, cell, undefined) : undefined;
    if (dragged && event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  element.addEventListener('dragover', (event) => {
    const target = dragged && targetOf(view, dragged.axis, event);
    if (!dragged || !target || !sameGroup(view, dragged.axis, dragged.line, target.line)) return;
    event.preventDefault();
    unmark();
    mark = target.head;
    mark.classList.add(dropMarks[dragged.axis][Number(target.after)]!);
  });
  element.addEventListener('drop', (event) => {
    const target = dragged && targetOf(view, dragged.axis, event);
    if (!dragged || !target) return;
    event.preventDefault();
    const { axis, line } = dragged;
    if (target.line !== line)
      moveTo(view, axis, line, target.line, target.after, headsOf(view.grid, axis)[line]!.label);
  });
  element.addEventListener('dragend', () => {
    unmark();
    dragged = undefined;
  });
}

function targetOf(
  view: TableView,
  axis: Axis,
  event: DragEvent,
): { line: number; head: Element; after: boolean } | undefined {
  const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
  const found = cell ? lineOf(view, cell, axis) : undefined;
  if (!cell || !found) return undefined;
  const box = cell.getBoundingClientRect();
  const after =
    axis === 'columns' ? event.clientX > box.left + box.width / 2 : event.clientY > box.top + box.height / 2;
  return { line: found.line, head: cell, after };
}

/** The line that a cell stands in: along an axis, or that of which it is the head. */
function lineOf(
  view: TableView,
  cell: HTMLTableCellElement,
  wanted: Axis | undefined,
): { axis: Axis; line: number } | undefined {
  const row = cell.closest('tr')!;
  const axis = wanted ?? (row.parentElement === view.element.tHead ? 'columns' : 'rows');
  const cells = [...row.cells].slice(1).filter((one) => !one.hidden);
  const rows = [...view.element.querySelectorAll<HTMLTableRowElement>('tbody > tr:not(.group)')];
  const shownRows = rows.filter((one) => !one.hidden);
  const line = axis === 'columns' ? view.shown.columns[cells.indexOf(cell)] : view.shown.rows[shownRows.indexOf(row)];
  return line === undefined ? undefined : { axis, line };
}
