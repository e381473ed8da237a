/** The line between two cells, as Databricks writes it into notebooks that are kept as source files. */
export const separator = '# COMMAND ----------';

const separatorLine = /^# COMMAND -{5,}[ \t]*\r?$/gm;

/** A cell in the text of a notebook: offsets in UTF-16 code units, `end` exclusive. */
export interface CellSpan {
  start: number;
  end: number;
}

/** The cells of a notebook's text, in order, without the lines that part them. */
export function cellsIn(text: string): CellSpan[] {
  const cells: CellSpan[] = [];
  let start = 0;
  for (const { index, 0: line } of text.matchAll(separatorLine)) {
    cells.push({ start, end: index });
    start = index + line.length;
  }
  return [...cells, { start, end: text.length }];
}

/** The cell around an offset, or null on a line between cells. */
export function cellAt(text: string, offset: number): CellSpan | null {
  return cellsIn(text).find(({ start, end }) => start <= offset && offset <= end) ?? null;
}
