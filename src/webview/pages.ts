import type { ComparisonPage, FormerName, Page, SnippetPage, TermPage, ToolPage, TopicPage } from '../catalogue/types';
import { pageBlocks } from './blocks';
import { button } from './button';
import { codeBlock } from './code';
import type { Context } from './context';
import { h, type Child } from './dom';
import { relatedSection, sourcesSection } from './endings';
import { factsSection, quietFacts } from './facts';
import { guide } from './guide';
import { landscape } from './landscape';
import { entryLink } from './links';
import { inlineMarkdown } from './markdown';
import { comparison } from './table';
import { workspaceVersions } from './workspace';

/** A page, from its name to its sources. */
export function article(page: Page, context: Context): HTMLElement {
  const element = h('article', { class: `${page.kind}-page` }, ...body(page, context));
  element.append(...relatedSection(page.related, context));
  // Drawn last: embedded tables have added their sources by now.
  element.append(...sourcesSection(context));
  return element;
}

function body(page: Page, context: Context): Child[] {
  switch (page.kind) {
    case 'topic':
      return topic(page, context);
    case 'tool':
      return tool(page, context);
    case 'comparison':
      return comparisonPage(page, context);
    case 'snippet':
      return snippet(page, context);
    case 'term':
      return term(page, context);
    case 'guide':
      return [head(page, context), guide(page, context), ...pageBlocks(page, context)];
    case 'landscape':
      return [head(page, context), landscape(page, context)];
  }
}

function head(page: Page, context: Context, ...more: Child[]): HTMLElement {
  const title = h('h1', { tabindex: '-1' }, page.title);
  return h(
    'header',
    { class: 'head' },
    title,
    h('p', { class: 'summary' }, ...inlineMarkdown(page.summary, context)),
    ...more,
  );
}

function topic(page: TopicPage, context: Context): Child[] {
  return [head(page, context), ...pageBlocks(page, context)];
}

function tool(page: ToolPage, context: Context): Child[] {
  return [
    head(
      page,
      context,
      formerly(page.formerly),
      quietFacts(page, context.today),
      workspaceVersions(page, context.workspaceVersions, context.today),
      compareButton({ tool: page.id }, context),
    ),
    ...pageBlocks(page, context),
    ...factsSection(page, context),
  ];
}

function formerly(names: FormerName[]): HTMLElement | undefined {
  if (names.length === 0) return undefined;
  const parts = names.flatMap(({ name, note }, at) => [at > 0 && '; ', h('b', {}, name), ` (${note})`]);
  return h('p', { class: 'formerly' }, 'Formerly ', ...parts);
}

function comparisonPage(page: ComparisonPage, context: Context): Child[] {
  const tools = page.table.subjects.flatMap((subject) => subject.tool ?? []);
  const compare = tools.length > 0 && compareButton({ tools }, context);
  return [head(page, context, compare), comparison(page.table, context, false), ...pageBlocks(page, context)];
}

function compareButton(tools: { tool?: string; tools?: string[] }, context: Context): HTMLElement {
  const compare = button({
    icon: 'compare',
    text: 'Compare with…',
    onClick: () => context.post({ type: 'compare', ...tools }),
  });
  return h('p', { class: 'head-actions' }, compare);
}

function snippet(page: SnippetPage, context: Context): Child[] {
  const { id, code, language, needs } = page;
  return [
    head(page, context, snippetFacts(page)),
    codeBlock({ language, title: needs.join(', '), code, snippet: { id, text: page.code } }, context),
    ...pageBlocks(page, context),
  ];
}

function term(page: TermPage, context: Context): Child[] {
  const aliases = page.aliases.length > 0 && h('p', { class: 'formerly' }, `Also called ${page.aliases.join(', ')}`);
  return [head(page, context, aliases), ...pageBlocks(page, context)];
}

function snippetFacts(page: SnippetPage): HTMLElement {
  const row = (label: string, ...value: Child[]): HTMLElement =>
    h('div', { class: 'fact' }, h('dt', {}, label), h('dd', {}, ...value));
  const toolTitle = page.related.find(({ kind, id }) => kind === 'tool' && id === page.tool)?.title ?? page.tool;
  return h(
    'dl',
    { class: 'facts' },
    row('Prefix', h('code', {}, page.prefix)),
    row('Needs', page.needs.join(', ')),
    row('Checked', page.verified),
    row('Tool', entryLink({ kind: 'tool', id: page.tool }, toolTitle)),
  );
}
