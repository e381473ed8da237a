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
  const rows = grid.rows.flatMap((row, at) => [
    ...(startsGroup(grid, at) ? [[`**${row.group}**`, ...grid.columns.map(() => '')]] : []),
    [row.head.label, ...row.cells.map((cell) => markdownCell(cell, numbering))],
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((line) => `| ${line.map(escapeCell).join(' | ')} |`);
  return [...lines, ...footnotes(grid, numbering)].join('\n') + '\n';
}

/** Whether a row is the first of a group that has a name. */
function startsGroup({ rows }: Grid, at: number): boolean {
  const { group } = rows[at]!;
  return group !== undefined && rows[at - 1]?.group !== group;
}

function markdownCell(cell: ComparisonCell | undefined, numbering: Numbering): string {
  if (!cell) return '';
  const marks = numbering.of(cell).map((number) => `[^${number}]`);
  return words(cell) + marks.join('');
}

function footnotes(grid: Grid, numbering: Numbering): string[] {
  const numbers = numbersIn(grid, numbering);
  if (numbers.length === 0) return [];
  return ['', ...numbers.map((number) => footnote(number, numbering.get(number)!))];
}

function numbersIn(grid: Grid, numbering: Numbering): number[] {
  const cells = grid.rows.flatMap((row) => row.cells).filter((cell) => cell !== undefined);
  return [...new Set(cells.flatMap((cell) => numbering.of(cell)))].sort((a, b) => a - b);
}

function footnote(number: number, reference: Reference): string {
  return `[^${number}]: ${reference.name}, <${reference.url}>, read ${reference.checked}`;
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\r?\n/g, ' ');
}

/** Comma-separated values as RFC 4180 has them; the last column lists the addresses of the row's sources. */
export function toCsv(grid: Grid, numbering: Numbering): string {
  const grouped = grid.rows.some(({ group }) => group !== undefined);
  const first = (group: string | undefined): string[] => (grouped ? [group ?? ''] : []);
  const head = [...(grouped ? ['Table'] : []), grid.corner, ...grid.columns.map(({ label }) => label), 'Sources'];
  const rows = grid.rows.map((row) => [
    ...first(row.group),
    row.head.label,
    ...row.cells.map(words),
    addresses(row.cells, numbering),
  ]);
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

/** A table for a document or a mail, with its sources in a list that the cells' numbers lead to. */
export function toHtml(grid: Grid, numbering: Numbering, title: string): string {
  const heads = grid.columns.map(({ label }) => `<th scope="col">${escape(label)}</th>`).join('');
  const rows = grid.rows.map((row, at) => {
    const span = grid.columns.length + 1;
    const group = startsGroup(grid, at)
      ? `<tr><th scope="rowgroup" colspan="${span}">${escape(row.group!)}</th></tr>\n`
      : '';
    const cells = row.cells.map((cell) => `<td>${htmlCell(cell, numbering)}</td>`).join('');
    return `${group}<tr><th scope="row">${escape(row.head.label)}</th>${cells}</tr>`;
  });
  return [
    '<table>',
    `<caption>${escape(title)}</caption>`,
    `<thead>\n<tr><th scope="col">${escape(grid.corner)}</th>${heads}</tr>\n</thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    '</table>',
    ...htmlSources(numbersIn(grid, numbering), numbering),
    '',
  ].join('\n');
}

function htmlCell(cell: ComparisonCell | undefined, numbering: Numbering): string {
  if (!cell) return '';
  const marks = numbering.of(cell).map((number) => `<sup>[${number}]</sup>`);
  return escape(words(cell)) + marks.join('');
}

function htmlSources(numbers: number[], numbering: Numbering): string[] {
  const items = numbers.map((number) => {
    const { name, url, checked } = numbering.get(number)!;
    const label = url.startsWith('https://') ? `<a href="${escape(url)}">${escape(name)}</a>` : escape(name);
    return `<li value="${number}">${label}, read ${escape(checked)}</li>`;
  });
  return items.length > 0 ? ['<ol>', ...items, '</ol>'] : [];
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
