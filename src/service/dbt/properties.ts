import type { YamlNode } from './yamlScalar';
import { yamlTree } from './yamlTree';

/** What a file of properties says of a model, seed or snapshot. */
export interface Described {
  kind: 'model' | 'seed' | 'snapshot';
  name: string;
  /** It is written in this very file. */
  defined?: true;
  description?: string;
  materialized?: string;
  versions?: readonly { version: string; file?: string; description?: string; materialized?: string }[];
  latest?: string;
}

/** A source, or one of its tables where `table` is there. What the source says holds for its tables. */
export interface DescribedSource {
  source: string;
  table?: string;
  description?: string;
  loadedAt?: string;
  /** In words: `12 hours`. */
  warnAfter?: string;
  errorAfter?: string;
}

/** What a file of properties says of a macro. */
export interface DescribedMacro {
  name: string;
  description?: string;
  /** What its arguments mean, by name. */
  arguments: ReadonlyMap<string, string>;
}

export interface Properties {
  macros: readonly DescribedMacro[];
  nodes: readonly Described[];
  sources: readonly DescribedSource[];
}

/** Reads a file of properties as far as it can be read; never throws. */
export function readProperties(text: string): Properties {
  const root = yamlTree(text);
  const nodes = (['model', 'seed', 'snapshot'] as const).flatMap((kind) =>
    entries(child(root, `${kind}s`)).flatMap((node) => described(kind, node)),
  );
  return {
    macros: entries(child(root, 'macros')).flatMap(describedMacro),
    nodes,
    sources: entries(child(root, 'sources')).flatMap(sourceAndTables),
  };
}

function describedMacro(node: YamlNode): DescribedMacro[] {
  const name = textAt(node, 'name');
  if (name === undefined) return [];
  const given = entries(child(node, 'arguments')).flatMap((one): [string, string][] => {
    const [own, description] = [textAt(one, 'name'), literal(textAt(one, 'description'))];
    return own === undefined || description === undefined ? [] : [[own, description]];
  });
  return [{ name, ...optional('description', literal(textAt(node, 'description'))), arguments: new Map(given) }];
}

function described(kind: Described['kind'], node: YamlNode): Described[] {
  const name = textAt(node, 'name');
  if (name === undefined) return [];
  const versions = entries(child(node, 'versions')).flatMap((one) => {
    const version = textAt(one, 'v');
    return version === undefined ? [] : [{ version, ...optional('file', textAt(one, 'defined_in')), ...said(one) }];
  });
  const latest = versions.length > 0 ? (textAt(node, 'latest_version') ?? highest(versions)) : undefined;
  const isDefined = kind === 'snapshot' && child(node, 'relation') !== undefined;
  return [
    {
      kind,
      name,
      ...(isDefined && { defined: true }),
      ...said(node),
      ...(versions.length > 0 && { versions }),
      ...optional('latest', latest),
    },
  ];
}

function said(node: YamlNode) {
  return {
    ...optional('description', literal(textAt(node, 'description'))),
    ...optional('materialized', literal(configured(node, 'materialized'))),
  };
}

/** Without `latest_version` dbt takes the greatest, as numbers where all are. */
function highest(versions: readonly { version: string }[]): string | undefined {
  const all = versions.map(({ version }) => version);
  const areNumbers = all.every((version) => !Number.isNaN(Number(version)));
  return all.sort((a, b) => (areNumbers ? Number(a) - Number(b) : a < b ? -1 : 1)).at(-1);
}

function sourceAndTables(node: YamlNode): DescribedSource[] {
  const source = textAt(node, 'name');
  if (source === undefined) return [];
  const tables = entries(child(node, 'tables')).flatMap((table) => {
    const name = textAt(table, 'name');
    return name === undefined ? [] : [{ source, table: name, ...aboutSource(table, aboutSource(node)) }];
  });
  return [{ source, ...aboutSource(node) }, ...tables];
}

/** A table without a field, a freshness or a threshold of its own has that of its source. */
function aboutSource(node: YamlNode, above: Partial<DescribedSource> = {}) {
  const config = child(node, 'config');
  const freshness = child(config, 'freshness') ?? child(node, 'freshness');
  const isOff = freshness === 'null';
  return {
    ...optional('description', literal(textAt(node, 'description'))),
    ...optional('loadedAt', literal(configured(node, 'loaded_at_field')) ?? above.loadedAt),
    ...(!isOff && {
      ...optional('warnAfter', duration(child(freshness, 'warn_after')) ?? above.warnAfter),
      ...optional('errorAfter', duration(child(freshness, 'error_after')) ?? above.errorAfter),
    }),
  };
}

/** `{count: 12, period: hour}` in words. */
function duration(node: YamlNode | undefined): string | undefined {
  const [count, period] = [textAt(node, 'count'), textAt(node, 'period')];
  if (count === undefined || !/^\d{1,9}$/.test(count) || period === undefined) return undefined;
  if (!/^(?:minute|hour|day)$/.test(period)) return undefined;
  return `${count} ${period}${count === '1' ? '' : 's'}`;
}

/** A key of a resource's configuration, wherever it may stand. */
function configured(node: YamlNode, key: string): string | undefined {
  return textAt(child(node, 'config'), key) ?? textAt(node, key);
}

/** What Jinja writes is not known. */
function literal(text: string | undefined): string | undefined {
  return text === undefined || /^(?:|null|~)$|\{[{%#]/.test(text) ? undefined : text;
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

export function child(node: YamlNode | null | undefined, key: string): YamlNode | undefined {
  return node instanceof Map ? node.get(key) : undefined;
}

export function textAt(node: YamlNode | null | undefined, key: string): string | undefined {
  const found = child(node, key);
  return typeof found === 'string' ? found : undefined;
}

export function values(node: YamlNode | null | undefined): YamlNode[] {
  return node instanceof Map ? [...node.values()] : [];
}

export function entries(node: YamlNode | undefined): YamlNode[] {
  return Array.isArray(node) ? node : [];
}
