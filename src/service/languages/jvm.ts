import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Names } from '../names';
import type { Language, LanguageContext, ToolMention } from './language';

/** An import clause longer than this is no import clause. */
const longestClause = 4000;
const segment = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** Scala and Java: dotted paths in import clauses, also in braces and over several lines. */
export class Jvm implements Language {
  mentionAt(document: TextDocument, offset: number, { names }: LanguageContext): ToolMention | null {
    const text = document.getText();
    const clause = importClause(text, offset);
    const word = clause && wordAt(text, offset);
    if (!word) return null;
    const path = pathUpTo(clause.text, word.start - clause.start, word.end - clause.start);
    const match = path === null ? undefined : names.longestPrefix('java', path, '.');
    return match ? { ...word, toolId: match.toolId } : null;
  }

  /** Tools that the file imports, read from its first 200,000 characters. */
  toolsIn(document: TextDocument, names: Names): Set<string> {
    const tools = new Set<string>();
    for (const match of document
      .getText()
      .slice(0, 200_000)
      .matchAll(/^\s*import\s+(?:static\s+)?([\w.]+)/gm)) {
      const found = names.longestPrefix('java', match[1] ?? '', '.');
      if (found) tools.add(found.toolId);
    }
    return tools;
  }

  forget(): void {}
}

/** The import clause around an offset: from its keyword to the end of the line, or of the braces. */
function importClause(text: string, offset: number): { start: number; text: string } | null {
  const window = text.slice(Math.max(0, offset - longestClause), offset);
  const keyword = [...window.matchAll(/(?:^|[\n;{])[ \t]*import[ \t]+(?:static[ \t]+)?/g)].at(-1);
  if (!keyword) return null;
  const start = Math.max(0, offset - longestClause) + keyword.index + keyword[0].length;
  const before = text.slice(start, offset);
  const inBraces = before.lastIndexOf('{') > before.lastIndexOf('}');
  if (!inBraces && before.includes('\n')) return null;
  if (/["'=();]|\/\//.test(before.replaceAll('=>', ''))) return null;
  return { start, text: text.slice(start, offset + 200) };
}

function wordAt(text: string, offset: number): { start: number; end: number } | null {
  const from = Math.max(0, offset - 100);
  const before = /[\p{L}\p{N}_$]*$/u.exec(text.slice(from, offset))?.[0].length ?? 0;
  segment.lastIndex = offset - before;
  const word = segment.exec(text.slice(0, offset + 100))?.[0];
  return word === undefined || offset > offset - before + word.length
    ? null
    : { start: offset - before, end: offset - before + word.length };
}

/** `org.apache.spark.sql.{DataFrame, Row => R}` at `Row` → `org.apache.spark.sql.Row`; null at the new name `R`. */
function pathUpTo(clause: string, start: number, end: number): string | null {
  const before = clause.slice(0, start);
  if (/=>\s*$|\bas\s+$/.test(before)) return null;
  const brace = before.lastIndexOf('{');
  if (brace >= 0) return before.slice(0, brace).trim() + clause.slice(start, end);
  const path = clause.slice(0, end);
  return /^[\w$.]+$/u.test(path) ? path : path.slice(path.lastIndexOf(',') + 1).trim();
}
