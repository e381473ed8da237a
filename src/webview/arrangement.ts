import type { LineSetup, Sort, TableSetup } from '../protocol/page';
import { type Grid, type Head, numberIn } from './grid';

export type Axis = 'rows' | 'columns';

/** Lines of a grid by their places, in the reader's order. */
export interface Arrangement {
  rows: number[];
  columns: number[];
}

export function asWritten(): TableSetup {
  return { text: '', differences: false, columns: { order: [], hidden: [] }, rows: { order: [], hidden: [] } };
}

/** All lines in the order of a set-up, hidden ones too. Rows of one group stay together. */
export function inOrder(grid: Grid, setup: TableSetup): Arrangement {
  const rowHeads = grid.rows.map(({ head }) => head);
  const rows = sorted(ordered(rowHeads, setup.rows), setup.sortRows, (row, by) => {
    if (by === '') return rowHeads[row]!.label;
    return grid.rows[row]!.cells[place(grid.columns, by)]?.value;
  });
  const columns = sorted(ordered(grid.columns, setup.columns), setup.sortColumns, (column, by) => {
    if (by === '') return grid.columns[column]!.label;
    return grid.rows[place(rowHeads, by)]?.cells[column]?.value;
  });
  const groups = [...new Set(grid.rows.map(({ group }) => group))];
  const rank = (row: number): number => groups.indexOf(grid.rows[row]!.group);
  return { columns, rows: groups.length > 1 ? rows.sort((a, b) => rank(a) - rank(b)) : rows };
}

/** A set-up in which one line stands before or after another; sorting by value ends with that. */
export function moved(grid: Grid, setup: TableSetup, axis: Axis, line: number, to: number, after: boolean): TableSetup {
  const heads = headsOf(grid, axis);
  const rest = inOrder(grid, setup)[axis].filter((at) => at !== line);
  rest.splice(rest.indexOf(to) + (after ? 1 : 0), 0, line);
  const order = rest.map((at) => heads[at]!.key);
  const unsorted = axis === 'rows' ? { sortRows: undefined } : { sortColumns: undefined };
  return { ...setup, ...unsorted, [axis]: { ...setup[axis], order } };
}

export function headsOf(grid: Grid, axis: Axis): Head[] {
  return axis === 'columns' ? grid.columns : grid.rows.map(({ head }) => head);
}

function ordered(heads: Head[], { order }: LineSetup): number[] {
  const ranks = new Map(order.map((key, at) => [key, at]));
  const rank = (at: number): number => ranks.get(heads[at]!.key) ?? order.length + at;
  return [...heads.keys()].sort((a, b) => rank(a) - rank(b));
}

function sorted(
  lines: number[],
  sort: Sort | undefined,
  valueOf: (line: number, by: string) => string | undefined,
): number[] {
  if (!sort) return lines;
  const values = new Map(lines.map((line) => [line, valueOf(line, sort.by)]));
  return lines.sort((a, b) => compare(values.get(a), values.get(b), sort.descending));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers by size, words by the alphabet; where a question does not apply, last both ways. */
function compare(a: string | undefined, b: string | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [left, right] = [numberIn(a), numberIn(b)];
  const way = left !== undefined && right !== undefined ? left - right : collator.compare(a, b);
  return descending ? -way : way;
}

function place(heads: Head[], key: string): number {
  return heads.findIndex((head) => head.key === key);
}
