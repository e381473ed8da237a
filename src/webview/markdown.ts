import { Lexer, type Token, type Tokens } from 'marked';
import { button } from './button';
import { citation } from './citations';
import { codeBlock } from './code';
import type { Context } from './context';
import { append, glue, h, type Child } from './dom';
import { decodeEntities } from './entities';
import { linkOrText } from './links';
import { scrollRegion } from './region';

/**
 * Markdown as DOM nodes, by an allow-list of marked's tokens. There is no HTML on the way: raw HTML and tokens
 * unknown here become their text, images their alternative text.
 */
export function markdown(text: string, context: Context): Node[] {
  try {
    return blocks(new Lexer({ gfm: true }).lex(text), context);
  } catch {
    // Nesting deeper than the stack, for one: the text is still worth reading.
    return [h('pre', { class: 'plain' }, text)];
  }
}

/** One line of Markdown, without a paragraph around it. */
export function inlineMarkdown(text: string, context: Context): Child[] {
  return inline(new Lexer({ gfm: true }).inlineTokens(text), context);
}

/** Text in which only `code` is marked: the values of cells and facts. */
export function valueText(text: string): Child[] {
  return text.split(/`([^`]+)`/).map((part, at) => (at % 2 ? h('code', {}, part) : part));
}

function blocks(tokens: Token[], context: Context): Node[] {
  return tokens.flatMap((token) => block(token, context) ?? []);
}

function block(token: Token, context: Context): Node | undefined {
  switch (token.type) {
    case 'space':
    case 'def':
      return undefined;
    case 'heading':
      return heading(token as Tokens.Heading, context);
    case 'paragraph':
      return h('p', {}, ...inline(token.tokens, context));
    case 'text':
      return fragment(inlineOf(token as Tokens.Text, context));
    case 'list':
      return list(token as Tokens.List, context);
    case 'code':
      return codeBlock(codeOf(token as Tokens.Code), context);
    case 'table':
      return table(token as Tokens.Table, context);
    case 'blockquote':
      return h('blockquote', {}, ...blocks((token as Tokens.Blockquote).tokens, context));
    case 'hr':
      return h('hr');
    case 'checkbox':
      return document.createTextNode((token as Tokens.Checkbox).checked ? '☑ ' : '☐ ');
    default:
      return h('p', {}, textOf(token));
  }
}

function heading(token: Tokens.Heading, context: Context): HTMLElement {
  const content = h('span', {}, ...inline(token.tokens, context));
  return sectionHeading(token.depth <= 2 ? 'h2' : token.depth === 3 ? 'h3' : 'h4', content, context);
}

/** A heading with its anchor; the button beside it copies a link to the section. */
export function sectionHeading(tag: 'h2' | 'h3' | 'h4', content: HTMLElement, context: Context): HTMLElement {
  const title = content.textContent ?? '';
  const anchor = context.anchors.take(title);
  const copyLink = button({
    class: 'quiet anchor',
    icon: 'link',
    label: `Copy link to “${title}”`,
    onClick() {
      context.post({ type: 'copyLink', anchor });
      context.announce(`Link to “${title}” copied.`);
    },
  });
  // Without a name of its own the heading would be called after the button too.
  return h(tag, { id: anchor, tabindex: '-1', 'aria-label': title }, content, copyLink);
}

function list(token: Tokens.List, context: Context): HTMLElement {
  const items = token.items.map((item) => h('li', {}, ...blocks(item.tokens, context)));
  if (!token.ordered) return h('ul', {}, ...items);
  return h('ol', { start: token.start === 1 ? undefined : String(token.start) }, ...items);
}

function table(token: Tokens.Table, context: Context): HTMLElement {
  const cell = (tag: 'th' | 'td', content: Tokens.TableCell): HTMLElement =>
    h(
      tag,
      { scope: tag === 'th' && 'col', class: content.align === 'right' && 'number' },
      ...inline(content.tokens, context),
    );
  const element = h(
    'table',
    { class: 'plain-table' },
    h('thead', {}, h('tr', {}, ...token.header.map((content) => cell('th', content)))),
    h('tbody', {}, ...token.rows.map((row) => h('tr', {}, ...row.map((content) => cell('td', content))))),
  );
  return scrollRegion(element, `Table: ${token.header.map((content) => content.text).join(', ')}`);
}

function inline(tokens: Token[] | undefined, context: Context): Child[] {
  return (tokens ?? []).flatMap((token) => inlineToken(token, context));
}

function inlineToken(token: Token, context: Context): Child[] {
  switch (token.type) {
    case 'text':
      return inlineOf(token as Tokens.Text, context);
    case 'strong':
    case 'em':
    case 'del':
      return [h(token.type, {}, ...inline((token as Tokens.Strong).tokens, context))];
    case 'codespan':
      return [h('code', {}, (token as Tokens.Codespan).text)];
    case 'br':
      return [h('br')];
    case 'link':
      return [linkOrText((token as Tokens.Link).href, ...inline((token as Tokens.Link).tokens, context))];
    default:
      return [textOf(token)];
  }
}

function inlineOf(token: Tokens.Text, context: Context): Child[] {
  return token.tokens ? inline(token.tokens, context) : withCitations(decodeEntities(token.text), context);
}

const citationMarks = /((?:\[\^\d{1,4}\])+)/;

/** Text with its citations, each on the line of the word before it. */
function withCitations(text: string, context: Context): Child[] {
  const parts = text.split(citationMarks);
  return parts.flatMap((part, at) => {
    if (at % 2) return [];
    return parts[at + 1] === undefined ? [part] : glue([part], ...citations(parts[at + 1]!, context));
  });
}

function citations(marks: string, context: Context): Child[] {
  return [...marks.matchAll(/\d+/g)].map(([number]) => citation(Number(number), context) ?? `[^${number}]`);
}

/** The text of a token that is not drawn as itself: alternative text of images, HTML as written. */
function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}

function codeOf(token: Tokens.Code): { language: string; title?: string; code: string } {
  const info = token.lang ?? '';
  return {
    language: /^[\w+#.-]*/.exec(info)?.[0] ?? '',
    title: /\btitle="([^"]*)"/.exec(info)?.[1],
    code: token.text,
  };
}

function fragment(children: Child[]): DocumentFragment {
  const result = document.createDocumentFragment();
  append(result, children);
  return result;
}
