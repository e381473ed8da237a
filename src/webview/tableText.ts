import type { ComparisonCell, Reference } from '../catalogue/types';
import type { Grid } from './grid';

/** A number on the page for each of a cell's references, and the reference behind a number. */
export interface Numbering {
  of(cell: ComparisonCell): number[];
  get(number: number): Reference | undefined;
}

/** A table in GitHub's Markdown, its sources as footnotes. */
export function toMarkdown(grid: Grid, numbering: Numbering): string {
  const head = [grid.corner, ...grid.columns.map(({ label }) => label)];
  const rows = grid.rows.map((row) => [row.head.label, ...row.cells.map((cell) => markdownCell(cell, numbering))]);
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row)].map(
    (line) => `| ${line.map(escapeCell).join(' | ')} |`,
  );
  return [...lines, ...footnotes(grid, numbering)].join('\n') + '\n';
}

function markdownCell(cell: ComparisonCell | undefined, numbering: Numbering): string {
  if (!cell) return '';
  const marks = numbering.of(cell).map((number) => `[^${number}]`);
  return words(cell) + marks.join('');
}

function footnotes(grid: Grid, numbering: Numbering): string[] {
  const cells = grid.rows.flatMap((row) => row.cells).filter((cell) => cell !== undefined);
  const numbers = [...new Set(cells.flatMap((cell) => numbering.of(cell)))].sort((a, b) => a - b);
  if (numbers.length === 0) return [];
  return ['', ...numbers.map((number) => footnote(number, numbering.get(number)!))];
}

function footnote(number: number, reference: Reference): string {
  return `[^${number}]: ${reference.name}, <${reference.url}>, read ${reference.checked}`;
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\r?\n/g, ' ');
}

/** Comma-separated values as RFC 4180 has them; the last column lists the addresses of the row's sources. */
export function toCsv(grid: Grid, numbering: Numbering): string {
  const head = [grid.corner, ...grid.columns.map(({ label }) => label), 'Sources'];
  const rows = grid.rows.map((row) => [row.head.label, ...row.cells.map(words), addresses(row.cells, numbering)]);
  return [head, ...rows].map((line) => line.map(quote).join(',') + '\r\n').join('');
}

function addresses(cells: (ComparisonCell | undefined)[], numbering: Numbering): string {
  const numbers = cells.flatMap((cell) => (cell ? numbering.of(cell) : []));
  return [...new Set(numbers)].map((number) => numbering.get(number)?.url ?? '').join(' ');
}

function words(cell: ComparisonCell | undefined): string {
  if (!cell) return '';
  const additions = [cell.note, cell.unverified && 'unverified'].filter(Boolean);
  return additions.length > 0 ? `${cell.value} (${additions.join('; ')})` : cell.value;
}

/** Quoted where needed, and never read as a formula by a spreadsheet. */
function quote(text: string): string {
  const safe = /^[=+@\t\r]|^-[^\d\s]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
