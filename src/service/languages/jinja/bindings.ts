import type { JinjaPlace, JinjaTag } from './reader';

/** Statements that open a block with parameters of its own. */
const headers = new Set(['macro', 'test', 'data_test', 'call', 'materialization']);

/** The names that a template has given a meaning of its own to, as far as they hold at the caret. */
export function boundNames({ tag, before }: JinjaPlace): Set<string> {
  // a macro can be called by its name in the whole file
  const macros = new Set<string>();
  let outer: Set<string> | null = null;
  let bound = new Set<string>();
  for (const statement of [...before, ...(tag.kind === 'statement' ? [tag] : [])]) {
    const head = statement.tokens[0]?.text ?? '';
    if (headers.has(head) && head !== 'call') {
      outer ??= bound;
      bound = new Set(outer);
      if (head === 'macro' && statement.tokens[1]) macros.add(statement.tokens[1].text);
    } else if (outer && /^end(?:macro|test|data_test|materialization)$/.test(head)) {
      bound = outer;
      outer = null;
      continue;
    }
    for (const name of namesOf(statement, head)) bound.add(name);
  }
  return new Set([...macros, ...bound]);
}

function namesOf(tag: JinjaTag, head: string): string[] {
  if (headers.has(head)) return parametersOf(tag);
  if (head === 'set') return targets(tag, '=');
  if (head === 'for') return targets(tag, 'in');
  return head === 'import' || head === 'from' || head === 'with' ? targets(tag, '') : [];
}

/** Names between a statement's word and what ends its targets; of `set x.y = …` none. */
function targets({ tokens }: JinjaTag, end: string): string[] {
  const names: string[] = [];
  for (const { kind, text } of tokens.slice(1)) {
    if (text === end) break;
    if (kind === 'name') names.push(text);
  }
  return names;
}

/** Names in a head's brackets that stand first or behind a comma. */
function parametersOf({ tokens }: JinjaTag): string[] {
  const names: string[] = [];
  let depth = 0;
  tokens.forEach(({ kind, text }, index) => {
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth--;
    else if (kind === 'name' && depth === 1 && /^[(,*]/.test(tokens[index - 1]?.text ?? '')) names.push(text);
  });
  return names;
}
