import type { ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';

/** A name that is called in SQL, lower case: offsets in the text. */
export interface SqlCall {
  start: number;
  end: number;
  name: string;
}

const literals = /'(?:[^'\\]|\\[^]|'')*(?:'|$)|"(?:[^"\\]|\\[^])*(?:"|$)|`[^`]*(?:`|$)|--[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** Words behind which an expression begins. After any other word a bracket holds columns, or the size of a type. */
const beforeExpression = new Set(
  `select distinct all where and or not on by having qualify when then else case between in like ilike rlike from join
  lateral view outer limit offset is set values cube rollup sets asc desc using escape`.split(/\s+/),
);

/** Words that are no functions, though a bracket may follow them. */
const words = new Set('and or not in like ilike rlike regexp between case when div is over'.split(' '));

/** Longest query that is read. */
const longest = 64 * 1024;

/** The function at an offset: outside of strings, comments and quoted names, followed by a bracket, not a method of something. */
export function sqlCallAt(text: string, offset: number): SqlCall | null {
  if (text.length > longest) return null;
  for (const found of text.matchAll(literals)) {
    if (found.index > offset) break;
    if (offset < found.index + found[0].length) return null;
  }
  const start = offset - (/\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0);
  const name = text.slice(start, end).toLowerCase();
  const after = text.slice(end, end + 80);
  if (!/^[a-z_]\w*$/.test(name) || words.has(name) || !/^\s*\(/.test(after)) return null;
  // a subquery, or the clause of an aggregate
  if (/^\s*\(\s*(?:select|with|where)\b/i.test(after)) return null;
  const before = text
    .slice(0, start)
    .replace(literals, (literal) => (/^[-/]/.test(literal) ? ' ' : literal))
    .trimEnd();
  if (/[.$@:}`"')\]]$/.test(before)) return null;
  const word = /\w+$/.exec(before)?.[0];
  const isFree = word === undefined || /^\d/.test(word) || beforeExpression.has(word.toLowerCase());
  return isFree ? { start, end, name } : null;
}

/** Sentences that speak of the function as Python has it. */
const ofPython = /[Pp]ython|DataFrame|[Pp]y[Ss]park|\bColumns?\b|column name|\bF\.|lambda|`/;

/** What is said of a SQL function; where nobody wrote of it, what is said of PySpark's function of that name. */
export async function sqlFunctionText(name: string, knowledge: ApiKnowledge): Promise<ApiText | undefined> {
  const own = await knowledge.textIn('spark-sql/functions', name);
  if (!own || own.does !== undefined) return own;
  const lent = await knowledge.text(`pyspark.sql.functions.${name}`);
  if (lent?.does === undefined || ofPython.test(lent.does)) return own;
  const expert = (lent.expert ?? []).filter((sentence) => !ofPython.test(sentence));
  return {
    ...own,
    does: lent.does,
    ...(expert.length > 0 && { expert }),
    ...(lent.tool !== undefined && { tool: lent.tool }),
  };
}
