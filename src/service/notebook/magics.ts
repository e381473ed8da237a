import { cellAt, cellsIn } from './cells';
import type { NotebookKind } from './kind';

/** Cell magics whose cell is still Python that runs in the notebook's kernel, or on its Spark. */
const pythonMagics: ReadonlySet<string> = new Set(
  'python python3 py pyspark spark capture time timeit prun memit mprun'.split(' '),
);

/** Databricks has these in the first line for a whole cell; in Jupyter they are magics of one line. */
const wholeCellMagics: ReadonlySet<string> = new Set('sql md md-sandbox sh scala r fs run skip'.split(' '));

/** A line that IPython takes and Python does not: `%pip install x`, `!ls`, `files = !ls`; its first letter is at `.at`. */
const magicLine = /^([ \t]*|[ \t]*[\w, \t]+=[ \t]*)(?:[%!]{1,2}[A-Za-z]|![^=\s])/;

/** All that is not Python has one of these. */
const signs = ['%', '!', '?'];

/**
 * A notebook's text with everything that is not Python taken out: cells in another language, magics and shell commands.
 * Every offset stays where it is.
 */
export function pythonOf(text: string, kind: NotebookKind): string {
  // to look for a sign takes a fraction of what it takes to read lines
  if (!signs.some((sign) => text.includes(sign))) return text;
  let read = '';
  let from = 0;
  for (const { start, end } of cellsIn(text)) {
    const cell = text.slice(start, end);
    if (!signs.some((sign) => cell.includes(sign))) continue;
    read += text.slice(from, start) + pythonOfCell(cell, kind);
    from = end;
  }
  return read + text.slice(from);
}

function pythonOfCell(cell: string, kind: NotebookKind): string {
  const magic = magicOf(cell, kind);
  if (magic && !pythonMagics.has(magic.name)) return cell.replace(/[^\r\n]/g, ' ');
  let isCode = true;
  return cell.replace(/[^\r\n]+/g, (line, at: number) => {
    if (magic && at <= magic.at) return ' '.repeat(line.length);
    // quoted text over several lines may look like a magic
    if (!isCode) isCode = /"""|'''/.test(line);
    else if (/"""|'''/.test(line) && (line.match(/"""|'''/g) ?? []).length % 2 === 1) isCode = false;
    else return withoutMagic(line);
    return line;
  });
}

/** A statement that is timed: `%timeit -n 10 df.count()`. */
const timed = /^([ \t]*)(%(?:time|timeit|prun|memit)(?:[ \t]+-\w+(?:[ \t]+\d+)?)*[ \t]+)(?=[^\s-])/;

/** What stands where a magic stood is a number, so that a block that held nothing else is still one. */
function withoutMagic(line: string): string {
  const timing = timed.exec(line);
  if (timing) {
    const [all, indent = '', magic = ''] = timing;
    return `${indent}${'0;'.padEnd(magic.length)}${line.slice(all.length)}`;
  }
  const [, before] = magicLine.exec(line) ?? [];
  if (before !== undefined) return `${before}0`.padEnd(line.length);
  return line.replace(/^(\s*[\w.]+)(\?{1,2})(\s*)$/, (_, name: string, marks: string, after: string) => {
    return name + ' '.repeat(marks.length) + after;
  });
}

interface CellMagic {
  name: string;
  /** Offset in the cell of the `%`, and of what follows the name. */
  at: number;
  after: number;
}

/** The magic that a cell begins with and that says what all of it is. */
function magicOf(cell: string, kind: NotebookKind): CellMagic | null {
  const found = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(%{1,2})([A-Za-z][\w-]*)/.exec(cell);
  if (!found) return null;
  const [all, signs = '', name = ''] = found;
  const at = all.length - signs.length - name.length;
  const magic = { name: name.toLowerCase(), at, after: all.length };
  if (signs === '%%') return magic;
  if (!wholeCellMagics.has(magic.name) && !pythonMagics.has(magic.name)) return null;
  const isAlone = /^[ \t]*\r?(?:\n|$)/.test(cell.slice(all.length));
  return kind === 'databricks' || isAlone ? magic : null;
}

/** A stretch of SQL in a notebook: its text, in which everything else is blank, and where that begins in the notebook. */
export interface SqlCell {
  start: number;
  text: string;
}

const magicComment = /^# MAGIC ?/gm;

/**
 * The SQL cell around an offset: `%sql`, `%%sql` or, in a Databricks source file, `# MAGIC %sql`; null in any other.
 */
export function sqlCellAt(text: string, offset: number, kind: NotebookKind): SqlCell | null {
  const span = cellAt(text, offset);
  if (!span) return null;
  const written = text.slice(span.start, span.end);
  const isComment = /^\s*# MAGIC\b/.test(written);
  const cell = isComment ? written.replace(magicComment, (mark) => ' '.repeat(mark.length)) : written;
  const magic = magicOf(cell, kind);
  if (magic?.name !== 'sql' || offset < span.start + magic.after) return null;
  return { start: span.start, text: ' '.repeat(magic.after) + cell.slice(magic.after) };
}
