import { nameTables, type NameTable, type Recognition, type ToolCard } from '../catalogue/types';
import type { Content, ToolSource } from './source';

const caseInsensitive: ReadonlySet<NameTable> = new Set([
  'images',
  'terraformProviders',
  'uris',
  'dbtAdapters',
  'dbtPackages',
  'sparkFormats',
  'lookup',
]);

/** The tables behind hovers: from what stands in code to the tool that it names. */
export function compileRecognition(content: Content): Recognition {
  const names = Object.fromEntries(nameTables.map((table) => [table, {}])) as Recognition['names'];
  for (const tool of content.tools) {
    for (const table of nameTables) {
      for (const name of namesOf(tool, table)) names[table][normaliseName(table, name)] ??= tool.id;
    }
  }
  for (const { id, data } of content.terms) {
    for (const name of data.prose) names.prose[name] ??= `term:${id}`;
    for (const name of [id, data.name, ...data.aliases]) {
      names.lookup[normaliseName('lookup', name)] ??= `term:${id}`;
    }
  }
  const terms = Object.fromEntries(
    content.terms.map(({ id, data }) => [id, { id, name: data.name, summary: data.summary }]),
  );
  const tools = Object.fromEntries(content.tools.map((tool) => [tool.id, card(tool, content)]));
  const context = Object.fromEntries(
    content.tools.flatMap(({ id, data }) => (data.recognise.context.length > 0 ? [[id, data.recognise.context]] : [])),
  ) as Recognition['context'];
  return { tools, terms, names, context };
}

/** What an author wrote for one table; `lookup` is made of all names that people use. */
export function namesOf({ id, data }: ToolSource, table: NameTable): string[] {
  if (table !== 'lookup') return data.recognise[table];
  const { recognise } = data;
  return [id, data.name, ...data.aliases, ...data.formerly.map((former) => former.name), ...recognise.proseInContext];
}

/** The form in which the service looks a name up. */
export function normaliseName(table: NameTable, name: string): string {
  if (table === 'pypi') return name.toLowerCase().replace(/[-_.]+/g, '-');
  return caseInsensitive.has(table) ? name.toLowerCase() : name;
}

function card({ id, data }: ToolSource, content: Content): ToolCard {
  const comparison = content.comparisons.find((one) => one.data.subjects.some((subject) => subject.tool === id));
  return {
    id,
    name: data.name,
    kind: data.kind,
    summary: data.summary,
    fits: data.fits,
    avoid: data.avoid,
    formerly: data.formerly,
    documentation: data.documentation,
    ...(comparison ? { comparison: { id: comparison.id, title: comparison.data.title } } : {}),
  };
}
