/** An argument as written: a text or a number; null where it is computed. */
export interface CallArgument {
  name?: string;
  value: string | null;
}

/** What a call of `ref` or `source` names, or the list of a resource's tests. */
export type DbtCall =
  | { kind: 'ref'; name: string; package?: string; version?: string }
  /** The project that a ref names in front of the model. */
  | { kind: 'project'; name: string }
  /** Without `table` the source itself is asked about. */
  | { kind: 'source'; source: string; table?: string }
  /** A generic test, or one of its arguments. */
  | { kind: 'test'; name: string; package?: string; argument?: string };

type RefOrSource = Exclude<DbtCall, { kind: 'test' }>;

/** What the argument at `index` of a call names; null where anything that counts is computed, or it names nothing. */
export function dbtCallOf(callee: string, args: readonly CallArgument[], index: number): RefOrSource | null {
  const positional = args.filter(({ name }) => name === undefined).map(({ value }) => value);
  const asked = args[index];
  if (!asked || asked.name !== undefined || index >= positional.length) return null;
  const [first, second] = positional;
  if (first == null || second === null || positional.length > 2) return null;
  if (callee === 'source') {
    if (second === undefined || args.length > 2) return null;
    return { kind: 'source', source: first, ...(index === 1 && { table: second }) };
  }
  if (callee !== 'ref') return null;
  if (index !== positional.length - 1) return { kind: 'project', name: first };
  const version = args.find(({ name }) => name === 'v' || name === 'version');
  if (version?.value === null) return null;
  return {
    kind: 'ref',
    name: second ?? first,
    ...(second !== undefined && { package: first }),
    ...(version && { version: version.value }),
  };
}

const written = /^\s*(ref|source)\s*\(([^()]*)\)\s*$/;
const argument = /\s*(?:(\w+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([\d.]+))\s*(?:,|$)/gy;

/** A call that is all of a text, as dbt's YAML has them: `to: ref('orders')`. The span is the argument's. */
export function dbtCallIn(text: string, offset: number): { call: RefOrSource; start: number; end: number } | null {
  const found = written.exec(text);
  if (!found) return null;
  const [, callee = '', list = ''] = found;
  const from = text.indexOf('(') + 1;
  const matches = [...list.matchAll(argument)];
  if (matches.map(([whole]) => whole).join('').length !== list.length) return null;
  const args = matches.map(([, name, double, single, number]) => ({
    ...(name !== undefined && { name }),
    value: double ?? single ?? number ?? null,
  }));
  for (const [index, match] of matches.entries()) {
    const content = match[2] ?? match[3];
    if (content === undefined) continue;
    const start = from + match.index + match[0].search(/["']/) + 1;
    const end = start + content.length;
    if (offset < start || offset > end) continue;
    const call = dbtCallOf(callee, args, index);
    return call && { call, start, end };
  }
  return null;
}
