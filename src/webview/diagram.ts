import { h, svg } from './dom';
import { parseTarget } from './links';
import { parseXml, type XmlElement } from './xml';
import { zoom } from './zoom';

/** What is taken over from Graphviz's drawing. Colours, fonts, ids, titles and everything else stay behind. */
const allowed: Record<string, Record<string, RegExp>> = {
  svg: { viewBox: /^[-\d. ]+$/ },
  g: { class: /^(graph|node|edge|cluster)$/, transform: /^[-\w(). ,]+$/ },
  path: { d: /^[-MLHVCSQTAZmlhvcsqtaz\d., e]+$/, 'stroke-dasharray': /^[\d., ]+$/ },
  polygon: { points: /^[-\d., e]+$/, 'stroke-dasharray': /^[\d., ]+$/ },
  polyline: { points: /^[-\d., e]+$/, 'stroke-dasharray': /^[\d., ]+$/ },
  ellipse: { cx: /^[-\d.]+$/, cy: /^[-\d.]+$/, rx: /^[\d.]+$/, ry: /^[\d.]+$/ },
  text: {
    x: /^[-\d.]+$/,
    y: /^[-\d.]+$/,
    'text-anchor': /^(start|middle|end)$/,
    'font-size': /^[\d.]+$/,
    'font-weight': /^bold$/,
  },
  a: {},
};

const deepest = 20;

/** A drawing in the theme's colours, with a text that says the same below it. */
export function diagram(source: string, alt: string): HTMLElement {
  const drawing = drawingOf(source);
  const text = h('details', {}, h('summary', {}, 'Text of this diagram'), h('p', {}, alt));
  if (!drawing) return h('figure', { class: 'diagram' }, h('p', {}, alt));
  const linked = drawing.querySelector('a') !== null;
  drawing.setAttribute('role', linked ? 'group' : 'img');
  drawing.setAttribute('aria-label', alt);
  const label = 'Drawing: plus and minus zoom, arrow keys move, 0 fits it in';
  const frame = h('div', { class: 'drawing', role: 'group', tabindex: '0', 'aria-label': label }, drawing);
  watchSize(frame, drawing, text);
  return h('figure', { class: 'diagram' }, frame, zoom(frame, drawing), text);
}

function drawingOf(source: string): SVGSVGElement | undefined {
  const root = parseXml(source);
  const drawing = root && copy(root, undefined, 0);
  if (!(drawing instanceof SVGSVGElement) || !drawing.hasAttribute('viewBox')) return undefined;
  drawing.setAttribute('width', String(Math.round(drawing.viewBox.baseVal.width * scaleToText(drawing))));
  return drawing;
}

/** How much larger a drawing is shown than drawn, so that the names on its boxes are as large as the page's text. */
function scaleToText(drawing: SVGSVGElement): number {
  const drawn = Number(drawing.querySelector('.node text')?.getAttribute('font-size'));
  return drawn > 0 ? Number.parseFloat(getComputedStyle(document.body).fontSize) / drawn : 1;
}

function copy(from: XmlElement, parent: XmlElement | undefined, depth: number): SVGElement | undefined {
  const attributes = Object.hasOwn(allowed, from.name) ? allowed[from.name] : undefined;
  if (!attributes || depth > deepest || isPaper(from, parent)) return undefined;
  const address = from.name === 'a' ? addressOf(from) : undefined;
  const to = svg(from.name === 'a' && !address ? 'g' : (from.name as 'g'), { href: address });
  for (const [name, pattern] of Object.entries(attributes)) {
    const value = from.attributes.get(name);
    if (value !== undefined && pattern.test(value)) to.setAttribute(name, value);
  }
  if (from.name === 'text') to.textContent = from.text;
  for (const child of from.children) {
    const copied = copy(child, from, depth + 1);
    if (copied) to.append(copied);
  }
  return to;
}

/** Graphviz's first polygon is a sheet of white paper. */
function isPaper(element: XmlElement, parent: XmlElement | undefined): boolean {
  return element.name === 'polygon' && parent?.attributes.get('class') === 'graph';
}

function addressOf(link: XmlElement): string | undefined {
  const address = link.attributes.get('href') ?? link.attributes.get('xlink:href') ?? '';
  return parseTarget(address) && address;
}

const legible = 0.7;

/** Labels are made to fit their boxes; where the pane makes the drawing too small to read, its text opens. */
function watchSize(frame: HTMLElement, drawing: SVGSVGElement, text: HTMLDetailsElement): void {
  const naturalWidth = Number(drawing.getAttribute('width'));
  let touched = false;
  text.querySelector('summary')!.addEventListener('click', () => (touched = true));
  new ResizeObserver(() => {
    fitLabels(drawing);
    const small = frame.clientWidth < naturalWidth * legible;
    if (!touched) text.open = small;
  }).observe(frame);
}

const padding = 6;

/** Graphviz measures with a font of its own. Where the editor's is wider, the label is set narrower. */
function fitLabels(drawing: SVGSVGElement): void {
  for (const node of drawing.querySelectorAll<SVGGElement>('g.node')) {
    const shape = node.querySelector<SVGGraphicsElement>('polygon, ellipse, path');
    const room = (shape?.getBBox().width ?? 0) - padding;
    for (const label of node.querySelectorAll('text')) {
      if (room <= 0 || label.getComputedTextLength() <= room) continue;
      label.setAttribute('textLength', String(room));
      label.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
}
