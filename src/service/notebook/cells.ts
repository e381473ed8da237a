/** The line between two cells, as Databricks writes it into notebooks that are kept as source files. */
export const separator = '# COMMAND ----------';

/** What all such lines begin with, and all of one. */
const mark = '# COMMAND -----';
const separatorLine = /^# COMMAND -{5,}[ \t]*\r?$/my;

/** A cell in the text of a notebook: offsets in UTF-16 code units, `end` exclusive. */
export interface CellSpan {
  start: number;
  end: number;
}

/** The cells of a notebook's text, in order, without the lines that part them. */
export function cellsIn(text: string): CellSpan[] {
  const cells: CellSpan[] = [];
  let start = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const length = separatorLength(text, at);
    if (length === 0) continue;
    cells.push({ start, end: at });
    start = at + length;
  }
  return [...cells, { start, end: text.length }];
}

/** The cell around an offset, or null on a line between cells. */
export function cellAt(text: string, offset: number): CellSpan | null {
  let start = 0;
  for (let at = offset > 0 ? text.lastIndexOf(mark, offset - 1) : -1; at >= 0;) {
    const length = separatorLength(text, at);
    if (length > 0 && at + length > offset) return null;
    if (length > 0) start = at + length;
    at = length > 0 || at === 0 ? -1 : text.lastIndexOf(mark, at - 1);
  }
  let end = text.indexOf(mark, offset);
  while (end >= 0 && separatorLength(text, end) === 0) end = text.indexOf(mark, end + mark.length);
  return { start, end: end < 0 ? text.length : end };
}

/** The length of the line at an offset that parts two cells, zero where there is none. */
function separatorLength(text: string, at: number): number {
  separatorLine.lastIndex = at;
  return separatorLine.exec(text)?.[0].length ?? 0;
}
