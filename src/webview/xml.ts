import { decodeEntities } from './entities';

export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** The element's own text, without that of its children. */
  text: string;
}

const piece = /<!--[^]*?-->|<[?!][^>]*>|<(\/?)([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The elements of an XML text, without a document behind them. The browser's own parser would want a Trusted Types
 * policy, and the page is allowed none; what Graphviz writes needs no more than this. Document types and entities of
 * their own mean nothing here.
 */
export function parseXml(text: string): XmlElement | undefined {
  const top = element('', '');
  const open = [top];
  for (const [, closing, name, attributes, selfClosing, words] of text.matchAll(piece)) {
    const parent = open.at(-1)!;
    if (words) parent.text += decodeEntities(words);
    if (!name) continue;
    if (closing) {
      if (open.length > 1 && parent.name === name) open.pop();
      continue;
    }
    const child = element(name, attributes ?? '');
    parent.children.push(child);
    if (!selfClosing) open.push(child);
  }
  return top.children[0];
}

function element(name: string, attributes: string): XmlElement {
  const pairs = [...attributes.matchAll(attribute)].map(
    ([, key, double, single]) => [key!, decodeEntities(double ?? single ?? '')] as const,
  );
  return { name, attributes: new Map(pairs), children: [], text: '' };
}
