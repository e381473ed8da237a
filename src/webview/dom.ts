/** Elements are made here and nowhere else: by name, with attributes from our own code and text as text nodes. */

export type Child = Node | string | undefined | false;

export type Attributes = Record<string, string | boolean | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

export function append(parent: Node, children: Iterable<Child>): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

/** Text for screen readers alone. */
export function hiddenText(text: string): HTMLElement {
  return h('span', { class: 'visually-hidden' }, text);
}

/** Longer than this, a word and its tail may part: in a narrow pane they would stick out. */
const longestWord = 24;

/** Keeps what follows a text, such as an arrow or a number, on the line of its last word. */
export function glue(content: Child[], ...tail: Child[]): Child[] {
  const last = content.at(-1);
  const word = typeof last === 'string' ? /\S*$/.exec(last)![0] : '';
  if (typeof last !== 'string' || word.length > longestWord) return [...content, ...tail];
  return [
    ...content.slice(0, -1),
    last.slice(0, last.length - word.length),
    h('span', { class: 'glued' }, word, ...tail),
  ];
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
}
