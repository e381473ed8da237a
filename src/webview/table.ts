import type { ComparisonTable } from '../catalogue/types';
import type { TableSetup } from '../protocol/page';
import { type Arrangement, asWritten, type Axis, headsOf, inOrder } from './arrangement';
import { cellContent } from './cells';
import type { Context } from './context';
import { h, type Child } from './dom';
import { type Grid, type Head, isNumeric, sameAnswers, select, toGrid } from './grid';
import { keepHeadInSight } from './head';
import { headTools, moveByMouse, showSorting } from './headTools';
import { entryLink } from './links';
import { scrollRegion } from './region';
import { keepOutOfTab, keepReachable, moveByArrows } from './roving';
import { tableControls } from './tableControls';
import type { Numbering } from './tableText';

const zebraFrom = 9;

/** More rows than a pane shows. */
const rowsAtOnce = 20;

/** What the controls above a table and in its heads can do with it. */
export interface TableView {
  readonly table: ComparisonTable;
  readonly grid: Grid;
  readonly numbering: Numbering;
  /** Whether hiding the questions answered alike changes anything. */
  readonly canHideSame: boolean;
  readonly element: HTMLTableElement;
  readonly setup: TableSetup;
  /** Arranges the table anew, keeps that, and says `announcement`, or how many rows are left. */
  change(change: Partial<TableSetup>, announcement?: () => string): void;
  /** The lines on show, in order. */
  readonly shown: Arrangement;
  /** The part on show. */
  visible(): Grid;
}

/** A comparison: controls in one line, then a table in its own scroll region. */
export function comparison(table: ComparisonTable, context: Context, embedded: boolean): HTMLElement {
  const view = new Drawn(table, context, embedded);
  const region = scrollRegion(view.element, `${table.title}: table`);
  keepHeadInSight(region, view.element);
  return h('section', { class: 'comparison' }, tableControls(view, context), region, view.empty);
}

class Drawn implements TableView {
  readonly grid: Grid;
  readonly numbering: Numbering;
  readonly canHideSame: boolean;
  readonly element: HTMLTableElement;
  /** Says what to do where nothing is left. */
  readonly empty = h('p', { class: 'empty', hidden: true });
  setup: TableSetup;
  shown: Arrangement;
  readonly #context: Context;
  readonly #same: Set<number>;
  readonly #texts: string[];
  readonly #corner: HTMLTableCellElement;
  readonly #heads: HTMLTableCellElement[];
  readonly #rows: HTMLTableRowElement[];
  /** By row and column of the grid. */
  readonly #cells: HTMLTableCellElement[][];
  readonly #groupNames: (string | undefined)[];
  readonly #bodies: HTMLTableSectionElement[];
  #order: Arrangement = { rows: [], columns: [] };
  readonly #numbers: number[][][];
  readonly #drawn = new Set<HTMLTableRowElement>();
  #later = 0;
  #after: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly table: ComparisonTable,
    context: Context,
    embedded: boolean,
  ) {
    this.#context = context;
    this.grid = toGrid(table);
    this.setup = context.tableSetup(table.id) ?? asWritten();
    this.numbering = {
      of: (cell) => context.sources.translate(cell.references, table.references),
      get: (number) => context.sources.get(number),
    };
    this.#same = sameAnswers(table);
    this.canHideSame = this.#same.size > 0 && this.#same.size < table.questions.length;
    this.#texts = this.grid.rows.map((row) =>
      [row.group ?? '', row.head.label, ...row.cells.map((cell) => cell?.value ?? '')].join('\n').toLowerCase(),
    );
    this.shown = { rows: [...this.grid.rows.keys()], columns: [...this.grid.columns.keys()] };
    const numeric = this.grid.columns.map((_, column) => table.subjectsAs === 'rows' && isNumeric(this.grid, column));
    this.#corner = head('col', false, this.grid.corner, headTools(this, 'columns', undefined));
    this.#heads = this.grid.columns.map((column, at) =>
      head('col', numeric[at]!, headContent(column), headTools(this, 'columns', at)),
    );
    // Sources are numbered in the table's order, whenever their cells are drawn.
    this.#numbers = this.grid.rows.map(({ cells }) => cells.map((cell) => (cell ? this.numbering.of(cell) : [])));
    this.#cells = this.grid.rows.map(({ cells }) => cells.map((_, at) => h('td', { class: numeric[at] && 'number' })));
    this.#rows = this.#cells.map((cells) => h('tr', { hidden: true }, h('th', { scope: 'row' }), ...cells));
    this.#groupNames = [...new Set(this.grid.rows.map(({ group }) => group))];
    this.#bodies = this.#groups();
    this.element = h(
      'table',
      { class: this.#rows.length >= zebraFrom ? 'compared zebra' : 'compared' },
      caption(table, embedded),
      h('thead', {}, h('tr', {}, this.#corner, ...this.#heads)),
      ...this.#bodies,
    );
    moveByMouse(this);
    this.#arrange();
    moveByArrows(this.element);
  }

  change(change: Partial<TableSetup>, announcement?: () => string): void {
    this.setup = { ...this.setup, ...change };
    this.#arrange(Object.keys(change).every((key) => key === 'text'));
    this.#context.keepTableSetup(this.table.id, this.setup);
    keepReachable(this.element);
    this.#context.announce(announcement?.() ?? `${this.shown.rows.length} of ${this.grid.rows.length} rows`);
  }

  visible(): Grid {
    return select(this.grid, this.shown.rows, this.shown.columns);
  }

  /** Hides and orders. While a filter is typed the order stays, and only rows that change are touched. */
  #arrange(filterOnly = false): void {
    const order = filterOnly ? this.#order : (this.#order = inOrder(this.grid, this.setup));
    const wanted = this.setup.text.trim().toLowerCase();
    const hidden = { rows: this.#hidden('rows'), columns: this.#hidden('columns') };
    this.shown = {
      rows: order.rows.filter((row) => !hidden.rows.has(row) && this.#texts[row]!.includes(wanted)),
      columns: order.columns.filter((column) => !hidden.columns.has(column)),
    };
    if (!filterOnly) this.#orderElements(order);
    this.#hideRows();
    if (!filterOnly) this.#hideColumns();
    if (!filterOnly) showSorting(this, this.#corner, this.#heads, this.#rows);
    this.#sayEmpty(wanted);
  }

  #hidden(axis: Axis): Set<number> {
    const questions = this.table.subjectsAs === 'rows' ? 'columns' : 'rows';
    const byHand = new Set(this.setup[axis].hidden);
    const same = this.setup.differences && axis === questions ? this.#same : new Set<number>();
    const heads = headsOf(this.grid, axis);
    return new Set([...heads.keys()].filter((at) => byHand.has(heads[at]!.key) || same.has(at)));
  }

  #orderElements({ rows, columns }: Arrangement): void {
    place(this.element.tHead!.rows[0]!, [this.#corner, ...columns.map((at) => this.#heads[at]!)]);
    for (const row of rows)
      place(this.#rows[row]!, [this.#rows[row]!.cells[0]!, ...columns.map((at) => this.#cells[row]![at]!)]);
    for (const body of this.#bodies) {
      const own = rows.map((row) => this.#rows[row]!).filter((row) => row.parentNode === body);
      const title = [...body.rows].filter((row) => row.className === 'group');
      place(body, [...title, ...own]);
    }
  }

  /** Rows that come below the pane may come a frame later: laying out a long table takes more than one. */
  #hideRows(): void {
    cancelAnimationFrame(this.#later);
    clearTimeout(this.#after);
    const shown = new Set(this.shown.rows);
    for (const [at, row] of this.#rows.entries()) if (!shown.has(at) && !row.hidden) row.hidden = true;
    for (const [at, body] of this.#bodies.entries())
      body.hidden = this.#groupNames[at] !== undefined && !this.shown.rows.some((row) => this.#isIn(row, at));
    this.#reveal(this.shown.rows.map((row) => this.#rows[row]!).filter((row) => row.hidden));
  }

  #reveal(rows: HTMLTableRowElement[]): void {
    const atOnce = this.#context.entersBelow ? rows.length : rowsAtOnce;
    for (const row of rows.slice(0, atOnce)) {
      this.#draw(row);
      row.hidden = false;
    }
    const rest = rows.slice(atOnce);
    // After the frame, not in it: what is in the pane is painted first.
    if (rest.length > 0)
      this.#later = requestAnimationFrame(() => {
        this.#after = setTimeout(() => this.#reveal(rest));
      });
  }

  #isIn(row: number, group: number): boolean {
    return this.grid.rows[row]!.group === this.#groupNames[group];
  }

  #hideColumns(): void {
    const shown = new Set(this.shown.columns);
    for (const cells of [this.#heads, ...this.#cells])
      for (const [at, cell] of cells.entries()) cell.hidden = !shown.has(at);
  }

  #sayEmpty(wanted: string): void {
    const { rows, columns } = this.shown;
    this.empty.hidden = rows.length > 0 && columns.length > 0;
    if (this.empty.hidden) this.empty.textContent = '';
    else if (wanted !== '' && rows.length === 0)
      this.empty.textContent = `No row holds “${this.setup.text.trim()}”. Clear the filter to see all rows.`;
    else this.empty.textContent = 'Everything is hidden. Bring rows and columns back under “Columns”.';
  }

  /** What stands in a row is made when it is first shown: most rows of a long table lie below the pane. */
  #draw(row: HTMLTableRowElement): void {
    if (this.#drawn.has(row)) return;
    this.#drawn.add(row);
    const at = this.#rows.indexOf(row);
    const { head: name, cells } = this.grid.rows[at]!;
    row.cells[0]!.append(headCell(headContent(name), headTools(this, 'rows', at)));
    for (const [column, cell] of cells.entries()) {
      const where = `${this.grid.columns[column]!.label}, ${name.label}`;
      const content = cellContent(cell, this.#numbers[at]![column]!, where, this.#context);
      this.#cells[at]![column]!.append(h('div', { class: 'cell' }, ...content));
    }
    keepOutOfTab(row);
  }

  /** One body a group, under its name; a table without groups has one without a name. */
  #groups(): HTMLTableSectionElement[] {
    return this.#groupNames.map((name) => {
      const rows = this.#rows.filter((_, at) => this.grid.rows[at]!.group === name);
      return h('tbody', {}, name !== undefined && groupRow(name, this.grid.columns.length + 1), ...rows);
    });
  }
}

/** Puts nodes in order, and leaves those alone that stand right: moving one would take its focus. */
function place(parent: HTMLElement, nodes: HTMLElement[]): void {
  for (const [at, node] of nodes.entries()) {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  }
}

function head(scope: 'col' | 'row', numeric: boolean, content: Child, tools: HTMLElement): HTMLTableCellElement {
  return h('th', { scope, class: numeric && 'number' }, headCell(content, tools));
}

function headCell(content: Child, tools: HTMLElement): HTMLElement {
  return h('div', { class: 'cell' }, h('span', { class: 'label' }, content), tools);
}

function groupRow(name: string, span: number): HTMLTableRowElement {
  return h(
    'tr',
    { class: 'group' },
    h('th', { scope: 'rowgroup', colspan: String(span) }, h('div', { class: 'cell' }, name)),
  );
}

function caption(table: ComparisonTable, embedded: boolean): HTMLTableCaptionElement {
  const title = embedded && entryLink({ kind: 'comparison', id: table.id }, table.title);
  return h('caption', {}, h('span', { class: 'caption' }, title, h('span', { class: 'question' }, table.question)));
}

function headContent({ tool, label }: Head): Child {
  return tool ? entryLink({ kind: 'tool', id: tool }, label) : label;
}
