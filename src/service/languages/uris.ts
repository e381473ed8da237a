import type { Names } from '../names';
import type { ToolMention } from './language';
import { touches, type Span } from './text/span';

/** Characters of a scheme to each side of the caret: no scheme is longer. */
const schemeReach = 64;
const schemeCharacter = /[A-Za-z0-9+.-]/;
const identifierCharacter = /[\p{L}\p{N}_$]/u;
const jdbcPrefix = 'jdbc:';

/**
 * A connection URI or path under the caret, in any text: `s3a://…`, `postgresql+psycopg2://…`, `jdbc:postgresql:…`.
 * The range is the scheme; in a JDBC URL `jdbc` and the sub-protocol each have their own.
 */
export function uriMention(text: string, offset: number, names: Names): ToolMention | null {
  const run = schemeRun(text, offset);
  if (!run) return null;
  if (text.slice(run.start, run.end + 1).toLowerCase() === jdbcPrefix) return jdbcHead(text, run, names);
  const jdbc = jdbcSubProtocol(text, run, names);
  if (jdbc) return jdbc;
  if (!text.startsWith('://', run.end) && !isDatabricksPath(text, run)) return null;
  return mention(run, schemeTool(names, text.slice(run.start, run.end).toLowerCase()));
}

/** The run of scheme characters around the caret, if a scheme can stand there. */
function schemeRun(text: string, offset: number): Span | null {
  let start = offset;
  let end = offset;
  const first = Math.max(0, offset - schemeReach);
  const last = Math.min(text.length, offset + schemeReach);
  while (start > first && schemeCharacter.test(text.charAt(start - 1))) start--;
  while (end < last && schemeCharacter.test(text.charAt(end))) end++;
  while (start < end && /[+.-]/.test(text.charAt(start))) start++;
  if (text.charAt(end) !== ':' || !/[A-Za-z]/.test(text.charAt(start))) return null;
  const run = { start, end };
  return touches(run, offset) && !identifierCharacter.test(text.charAt(start - 1)) ? run : null;
}

/** Databricks writes its file system with one slash: `dbfs:/mnt/…`. */
function isDatabricksPath(text: string, run: Span): boolean {
  return text.slice(run.start, run.end).toLowerCase() === 'dbfs' && text.startsWith(':/', run.end);
}

function jdbcHead(text: string, run: Span, names: Names): ToolMention | null {
  const rest = text.slice(run.end + 1, run.end + 1 + schemeReach);
  return /^[A-Za-z][\w+-]*:/.test(rest) ? mention(run, names.exact('uris', 'jdbc')) : null;
}

function jdbcSubProtocol(text: string, run: Span, names: Names): ToolMention | null {
  const start = run.start - jdbcPrefix.length;
  if (text.slice(Math.max(0, start), run.start).toLowerCase() !== jdbcPrefix) return null;
  if (identifierCharacter.test(text.charAt(start - 1))) return null;
  const name = text.slice(run.start, run.end).toLowerCase();
  return mention(run, names.exact('uris', jdbcPrefix + name) ?? schemeTool(names, name));
}

/** `postgresql+psycopg2` is PostgreSQL by way of a driver; Celery puts `db+` before the whole. */
function schemeTool(names: Names, scheme: string): string | undefined {
  const [head = '', next = ''] = scheme.split('+');
  return names.exact('uris', scheme) ?? names.exact('uris', head === 'db' ? next : head);
}

function mention(run: Span, toolId: string | undefined): ToolMention | null {
  return toolId === undefined ? null : { ...run, toolId };
}
