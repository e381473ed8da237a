import type { Names } from '../../names';
import type { ToolMention } from '../language';

/** How far before the caret a Jinja block may start. */
const reach = 8 * 1024;

/** How much of a file is searched for a sign that it is dbt's. */
const headLength = 64 * 1024;

/** Functions that no other user of Jinja in SQL has. */
const sure = /^(?:ref|source|config|is_incremental)$/;

/** Names that Airflow or Jinja itself have too: they count only in a file that is dbt's for another reason. */
const inContext = /^(?:var|this|macro|test|data_test|snapshot|materialization|docs)$/;

const dbtFolder = /(?:^|\/)(?:models|macros|snapshots|analyses|dbt_packages)\//;
const dbtCallInText = /\{[{%][^{}]*?\b(?:(?:ref|source|config)\s*\(\s*["'\w]|is_incremental\s*\(\s*\))/;

/** dbt, on a name of its own inside `{{ }}` or `{% %}`. */
export function dbtCall(text: string, offset: number, names: Names, path: string): ToolMention | null {
  const word = wordAt(text, offset);
  const name = text.slice(word.start, word.end);
  const isSure = sure.test(name);
  if ((!isSure && !inContext.test(name)) || !names.knows('dbt') || !inJinja(text, word.start)) return null;
  const before = text.charAt(word.start - 1);
  if (before === '.' && !text.endsWith('builtins.', word.start)) return null;
  if (!fitsUse(name, text, word.start, word.end)) return null;
  return isSure || isDbt(text, path) ? { ...word, toolId: 'dbt' } : null;
}

function wordAt(text: string, offset: number): { start: number; end: number } {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 32 && /\w/.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < 32 && /\w/.test(text.charAt(end))) end++;
  return { start, end };
}

/** Words that open a block with a name. */
const blocks = /^(?:macro|test|data_test|snapshot|materialization|docs)$/;

/** Functions are called, blocks have names, and `this` stands alone. */
function fitsUse(name: string, text: string, start: number, end: number): boolean {
  const next = text.slice(end, end + 16);
  if (blocks.test(name)) return /\{%-?\+?\s*$/.test(text.slice(Math.max(0, start - 16), start)) && /^\s+\w/.test(next);
  return name === 'this' ? !/^\s*[=(]/.test(next) : /^\s*\(/.test(next);
}

export function isDbt(text: string, path: string): boolean {
  return dbtFolder.test(path) || dbtCallInText.test(text.slice(0, headLength));
}

/** Whether an offset stands in code between `{{ }}` or `{% %}`: not in a string, nor in a `{# #}` comment. */
function inJinja(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const opened = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  if (opened < 0 || before.lastIndexOf('{#') > before.lastIndexOf('#}')) return false;
  let quote = '';
  for (let at = opened + 2; at < before.length; at++) {
    const character = before.charAt(at);
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (before.startsWith('}}', at) || before.startsWith('%}', at)) return false;
  }
  return quote === '';
}

/** SQL as long as its template: what Jinja writes is masked by braces, its statements and comments by spaces. */
export function withoutJinja(text: string): string {
  return text.replace(/\{#[^]*?(?:#\}|$)|\{%[^]*?(?:%\}|$)|\{\{[^]*?(?:\}\}|$)/g, (tag) =>
    (tag.startsWith('{{') ? '}' : ' ').repeat(tag.length),
  );
}
