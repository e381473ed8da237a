import type { ComparisonCell, ComparisonTable } from '../catalogue/types';
import { source, weakness, weaknessMark } from './citations';
import type { Context } from './context';
import { time } from './dates';
import { glue, h, hiddenText, type Child } from './dom';
import { type Grid, type Head, isNumeric, sameAnswers, select, toGrid } from './grid';
import { icon } from './icons';
import { entryLink } from './links';
import { keepHeadInSight } from './head';
import { inlineMarkdown, valueText } from './markdown';
import { disclose } from './popup';
import { scrollRegion } from './region';
import { moveByArrows } from './roving';
import { tableControls } from './tableControls';
import type { Numbering } from './tableText';

const zebraFrom = 9;

/** What the controls above a table can do with it. */
export interface TableView {
  grid: Grid;
  numbering: Numbering;
  /** Whether hiding the questions answered alike changes anything. */
  canHideSame: boolean;
  /** Shows the rows that hold `text`, and the questions that tell the subjects apart. Returns how many rows remain. */
  show(options: { text: string; differences: boolean }): number;
  readonly element: HTMLTableElement;
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
  /** Says what to do where the filter leaves nothing. */
  readonly empty = h('p', { class: 'empty', hidden: true });
  readonly #same: Set<number>;
  readonly #rows: HTMLTableRowElement[];
  readonly #texts: string[];
  #shownRows: Set<number>;
  #shownColumns: Set<number>;

  constructor(
    readonly table: ComparisonTable,
    context: Context,
    embedded: boolean,
  ) {
    this.grid = toGrid(table);
    this.numbering = {
      of: (cell) => context.sources.translate(cell.references, table.references),
      get: (number) => context.sources.get(number),
    };
    this.#same = sameAnswers(table);
    this.canHideSame = this.#same.size > 0 && this.#same.size < table.questions.length;
    const numeric = this.grid.columns.map((_, column) => table.subjectsAs === 'rows' && isNumeric(this.grid, column));
    this.#rows = this.grid.rows.map((_, row) => this.#row(row, numeric, context));
    this.#texts = this.grid.rows.map((row) =>
      [row.head.label, ...row.cells.map((cell) => cell?.value ?? '')].join('\n').toLowerCase(),
    );
    this.#shownRows = new Set(this.grid.rows.keys());
    this.#shownColumns = new Set(this.grid.columns.keys());
    this.element = h(
      'table',
      { class: this.#rows.length >= zebraFrom ? 'compared zebra' : 'compared' },
      caption(table, embedded),
      h('thead', {}, this.#headRow(numeric)),
      h('tbody', {}, ...this.#rows),
    );
    moveByArrows(this.element);
  }

  show({ text, differences }: { text: string; differences: boolean }): number {
    const wanted = text.trim().toLowerCase();
    const hidden = (question: number): boolean => differences && this.#same.has(question);
    const subjectsAsRows = this.table.subjectsAs === 'rows';
    const rows = [...this.grid.rows.keys()].filter((row) => this.#texts[row]!.includes(wanted));
    this.#shownRows = new Set(subjectsAsRows ? rows : rows.filter((row) => !hidden(row)));
    this.#shownColumns = new Set([...this.grid.columns.keys()].filter((at) => !subjectsAsRows || !hidden(at)));
    this.#apply();
    this.empty.hidden = this.#shownRows.size > 0;
    this.empty.textContent = this.empty.hidden
      ? ''
      : `No row holds “${text.trim()}”. Clear the filter to see all rows.`;
    return this.#shownRows.size;
  }

  visible(): Grid {
    return select(this.grid, this.#shownRows, this.#shownColumns);
  }

  #apply(): void {
    for (const [at, row] of this.#rows.entries()) row.hidden = !this.#shownRows.has(at);
    if (this.table.subjectsAs !== 'rows') return;
    for (const row of this.element.rows)
      for (const [at, cell] of [...row.cells].slice(1).entries()) cell.hidden = !this.#shownColumns.has(at);
  }

  #headRow(numeric: boolean[]): HTMLTableRowElement {
    const heads = this.grid.columns.map((head, column) =>
      h('th', { scope: 'col', class: numeric[column] && 'number' }, h('div', { class: 'cell' }, headContent(head))),
    );
    return h('tr', {}, h('th', { scope: 'col' }, h('div', { class: 'cell' }, this.grid.corner)), ...heads);
  }

  #row(at: number, numeric: boolean[], context: Context): HTMLTableRowElement {
    const row = this.grid.rows[at]!;
    const cells = row.cells.map((cell, column) => {
      const where = `${this.grid.columns[column]!.label}, ${row.head.label}`;
      const content = cell ? this.#cell(cell, where, context) : [notApplicable()];
      return h('td', { class: numeric[column] && 'number' }, h('div', { class: 'cell' }, ...content));
    });
    return h('tr', {}, h('th', { scope: 'row' }, h('div', { class: 'cell' }, headContent(row.head))), ...cells);
  }

  #cell(cell: ComparisonCell, where: string, context: Context): Child[] {
    const numbers = this.numbering.of(cell);
    const button = h(
      'button',
      { type: 'button', class: 'details', 'aria-label': detailsLabel(cell, numbers, where) },
      cell.note !== undefined && icon('note'),
      numbers.length > 0 && `[${numbers.join(', ')}]`,
      cell.note === undefined && numbers.length === 0 && '[?]',
    );
    disclose(button, `Details of ${where}`, () => details(cell, where, numbers, context));
    const mark = weaknessMark(cell, context.today);
    if (mark) return [...answer(cell.value), ' ', h('span', { class: 'glued' }, mark, ' ', button)];
    return glue(answer(cell.value), '\u00a0', button);
  }
}

function caption(table: ComparisonTable, embedded: boolean): HTMLTableCaptionElement {
  const title = embedded && entryLink({ kind: 'comparison', id: table.id }, table.title);
  return h('caption', {}, h('span', { class: 'caption' }, title, h('span', { class: 'question' }, table.question)));
}

function headContent(head: Head): Child {
  return head.tool ? entryLink({ kind: 'tool', id: head.tool }, head.label) : head.label;
}

const verdict = /^(yes|no|partly)\b/i;

/** Yes, no and partly are an icon and the word. */
function answer(value: string): Child[] {
  const kind = verdict.exec(value)?.[1]?.toLowerCase() as 'yes' | 'no' | 'partly' | undefined;
  return kind ? [icon(kind), ...valueText(value)] : valueText(value);
}

function notApplicable(): HTMLElement {
  return h(
    'span',
    { class: 'dim', title: 'Not applicable' },
    h('span', { 'aria-hidden': 'true' }, '–'),
    hiddenText('not applicable'),
  );
}

/** Starts with what is visible on the button, then says which cell it belongs to. */
function detailsLabel(cell: ComparisonCell, numbers: number[], where: string): string {
  const parts = [cell.note !== undefined && 'note', numbers.length > 0 && `source ${numbers.join(', ')}`].filter(
    Boolean,
  );
  return `${parts.length > 0 ? parts.join(' and ') : '?: no source'} for ${where}`;
}

function details(cell: ComparisonCell, where: string, numbers: number[], context: Context): Node[] {
  const weak = weakness(cell, context.today);
  const references = numbers.map((number) => context.sources.get(number)!);
  const sources = references.map((reference, at) =>
    h('li', { value: String(numbers[at]) }, source(reference, context.today)),
  );
  // A date that every source repeats says nothing new.
  const dated = cell.checked && !weak && references.some(({ checked }) => checked !== cell.checked);
  return [
    h('span', { class: 'popup-head' }, where),
    ...(cell.note === undefined ? [] : [h('span', { class: 'popup-note' }, ...inlineMarkdown(cell.note, context))]),
    ...(weak ? [h('span', { class: 'popup-weak' }, weak.sentence)] : []),
    ...(sources.length > 0 ? [h('ol', { class: 'popup-sources' }, ...sources)] : []),
    ...(dated ? [h('span', { class: 'source-detail' }, 'cell checked ', time(cell.checked!))] : []),
  ];
}
