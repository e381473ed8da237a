import { marked, type Token, type Tokens } from 'marked';
import { parseEntryLink } from '../catalogue/links';
import type { Block, EntryLink, Heading } from '../catalogue/types';

/** A piece of a page before diagrams are drawn. */
export type SourceBlock = Exclude<Block, { type: 'diagram' }> | { type: 'dot'; dot: string; alt: string };

export interface ParsedBody {
  blocks: SourceBlock[];
  headings: Heading[];
  links: EntryLink[];
  /** Ids in `[^id]`, in order of first use. */
  citations: string[];
  /** Links that lead outside. */
  external: string[];
  /** Tokens of all Markdown, for rules that read it. */
  tokens: Token[];
}

const citation = /\[\^([\w-]+)\]/g;
const embed = /^\{\{comparison:([a-z0-9-]+)\}\}$/;

/** Takes a page's Markdown apart into blocks, and finds what it cites and links. */
export function parseBody(body: string): ParsedBody {
  const tokens = marked.lexer(body);
  const parsed: ParsedBody = { blocks: [], headings: [], links: [], citations: [], external: [], tokens };
  let markdown = '';
  const flush = () => {
    if (markdown.trim() !== '') parsed.blocks.push({ type: 'markdown', markdown: markdown.trim() });
    markdown = '';
  };
  for (const token of tokens) {
    const special = specialBlock(token);
    if (special) {
      flush();
      parsed.blocks.push(special);
    } else {
      markdown += token.raw;
    }
  }
  flush();
  collect(tokens, parsed);
  return parsed;
}

function specialBlock(token: Token): SourceBlock | undefined {
  if (token.type === 'code') {
    const { lang = '', text } = token as Tokens.Code;
    const [language, ...alt] = lang.split(' ');
    return language === 'dot' ? { type: 'dot', dot: text, alt: alt.join(' ').trim() } : undefined;
  }
  const id = token.type === 'paragraph' ? embed.exec(token.raw.trim())?.[1] : undefined;
  return id === undefined ? undefined : { type: 'comparison', id };
}

function collect(tokens: Token[], parsed: ParsedBody): void {
  marked.walkTokens(tokens, (token) => {
    if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) {
      const title = plainText((token as Tokens.Heading).text);
      parsed.headings.push({ anchor: slug(title), title });
    } else if (token.type === 'link') {
      const { href } = token as Tokens.Link;
      const link = parseEntryLink(href);
      if (link) parsed.links.push(link);
      else parsed.external.push(href);
    } else if (token.type === 'text' && !('tokens' in token && token.tokens)) {
      for (const match of token.raw.matchAll(citation)) {
        if (match[1] !== undefined && !parsed.citations.includes(match[1])) parsed.citations.push(match[1]);
      }
    }
  });
}

/** Replaces `[^id]` by the number of the reference on the page; unknown ids are left for the rules to report. */
export function numberCitations(markdown: string, numbers: ReadonlyMap<string, number>): string {
  return markdown.replace(citation, (whole, id: string) => {
    const number = numbers.get(id);
    return number === undefined ? whole : `[^${number}]`;
  });
}

/** The anchor of a heading: lower case, words joined by hyphens. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

export function plainText(markdown: string): string {
  return markdown
    .replace(citation, '')
    .replace(/[`*_]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}
