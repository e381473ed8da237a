import type { InnerMention } from '../inner';
import { lineAbove, lineAt, lineBelow } from '../text/lines';
import type { Span } from '../text/span';
import type { Word } from '../text/word';
import type { YamlPlace } from './place';

/** Keys of a Databricks bundle whose value is a schedule in Quartz's words, of a job and of a pipeline. */
const keys = new Set(['quartz_cron_expression', 'quartz_cron_schedule']);

/** The schedule of a job in a Databricks bundle, with the time zone that stands beside it. */
export function scheduleAt({ part, path }: YamlPlace, word: Word, text: string, offset: number): InnerMention | null {
  if (part !== 'value' || !keys.has(path.at(-1) ?? '') || !/^\S+(?:\s+\S+){5,6}$/.test(word.text)) return null;
  const start = word.at(0);
  const end = word.at(word.text.length - 1) + 1;
  if (offset < start || offset > end) return null;
  const beside = siblings(text, start);
  const zone = valueOf(beside, 'timezone_id');
  return {
    start,
    end,
    kind: 'cron',
    cron: {
      text: word.text,
      dialect: 'quartz',
      zone: zone !== undefined && /^[\w/+-]+$/.test(zone) ? { name: zone } : null,
      ...(valueOf(beside, 'pause_status') === 'PAUSED' && { paused: true }),
    },
    tool: 'databricks-jobs',
    documentation: 'https://docs.databricks.com/aws/en/jobs/scheduled',
  };
}

/** Lines above and below that are looked at. */
const reach = 20;

/** The lines of the mapping that holds an offset, its own first; the dash before the first key left out. */
function siblings(text: string, offset: number): string[] {
  const own = lineAt(text, offset);
  if (!own) return [];
  const column = indentIn(withoutDash(textIn(text, own)));
  const found = [withoutDash(textIn(text, own))];
  const above = linesFrom(text, own, (line) => lineAbove(text, line.start));
  let isFirst = isEntry(textIn(text, own));
  for (const line of above) {
    if (isFirst || (line !== '' && indentIn(withoutDash(line)) < column)) break;
    if (indentIn(withoutDash(line)) !== column) continue;
    found.push(withoutDash(line));
    isFirst = isEntry(line);
  }
  for (const line of linesFrom(text, own, (next) => lineBelow(text, next.end))) {
    if (line !== '' && indentIn(line) < column) break;
    if (indentIn(line) === column) found.push(line);
  }
  return found;
}

function linesFrom(text: string, from: Span, next: (line: Span) => Span | null): string[] {
  const found: string[] = [];
  for (let line = next(from); line && found.length < reach; line = next(line)) found.push(textIn(text, line));
  return found;
}

function textIn(text: string, line: Span): string {
  return text.slice(line.start, line.end).trimEnd();
}

function isEntry(line: string): boolean {
  return /^\s*- /.test(line);
}

function withoutDash(line: string): string {
  return line.replace(/^(\s*)- /, '$1  ');
}

function indentIn(line: string): number {
  return line.length - line.trimStart().length;
}

/** A key's value: on a line of its own, or between the braces of the one. */
function valueOf(lines: readonly string[], key: string): string | undefined {
  const pattern = new RegExp(`(?:^\\s*|[{,]\\s*)["']?${key}["']?\\s*:\\s*["']?([^\\s"',}#]+)`);
  return lines.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined);
}
