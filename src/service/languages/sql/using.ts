import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { sqlComment } from '../text/comments';

/** How far before the caret a statement may start. */
const reach = 8 * 1024;

const afterUsing = /\busing\s+$/i;
const literals = /'(?:[^'\\]|\\.|'')*'|"[^"]*"|`[^`]*`|--[^\n]*|\/\*[^]*?\*\//g;

/** Words of a statement in which `USING` names no format: `MERGE INTO t USING delta`, `JOIN d USING (id)`. */
const otherStatement = /\b(?:merge|delete|join|select|insert|update)\b/i;
const createsTable = /\b(?:create|replace)\s+(?:or\s+(?:replace|refresh)\s+)?(?:\w+\s+){0,3}(?:table|view|index)\b/i;

/** The format in `CREATE TABLE … USING delta`. */
export function tableFormat(text: string, offset: number, names: Names): ToolMention | null {
  const { start, end } = wordAt(text, offset);
  const toolId = formatTool(names, text.slice(start, end));
  if (toolId === undefined || sqlComment(text, start)) return null;
  const before = text.slice(Math.max(0, start - reach), start);
  if (!afterUsing.test(before)) return null;
  const statement = before.replace(literals, ' ').split(';').at(-1) ?? '';
  const created = createsTable.exec(statement);
  const isQuoted = /['"`]/.test(statement);
  if (!created || isQuoted || otherStatement.test(statement.slice(created.index))) return null;
  return { start, end, toolId };
}

function formatTool(names: Names, format: string): string | undefined {
  return names.exact('sparkFormats', format) ?? names.exact('sparkFormats', format.toLowerCase());
}

function wordAt(text: string, offset: number): { start: number; end: number } {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 128 && /[\w.]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < 128 && /[\w.]/.test(text.charAt(end))) end++;
  return { start, end };
}
