import { button } from './button';
import { h } from './dom';

const step = 1.25;
const largest = 4;
/** How far an arrow key moves, in parts of the frame. */
const stride = 0.2;

/**
 * Buttons, keys and dragging for a drawing in a frame. Fitted, it takes no more than the pane's width; zoomed, the
 * frame scrolls. Keys count while the frame has the focus: the page's own stay as they are elsewhere.
 */
export function zoom(frame: HTMLElement, drawing: SVGSVGElement): HTMLElement {
  const natural = Number(drawing.getAttribute('width'));
  const fitted = (): number => Math.min(1, frame.clientWidth / natural);
  let scale: number | undefined;
  const show = (wanted: number | undefined): void => {
    const least = fitted();
    scale = wanted === undefined || wanted <= least * 1.01 ? undefined : Math.min(wanted, largest);
    resize(frame, drawing, natural * (scale ?? 1), scale !== undefined);
    fit.setAttribute('aria-disabled', String(scale === undefined));
    smaller.setAttribute('aria-disabled', String(scale === undefined));
    larger.setAttribute('aria-disabled', String(scale === largest));
  };
  const zoomIn = (): void => {
    const now = scale ?? fitted();
    // The first step out of a drawing too small to read makes it readable.
    show(now < 0.99 ? Math.max(1, now * step) : now * step);
  };
  const zoomOut = (): void => show(scale === undefined ? undefined : scale / step);
  const larger = button({ icon: 'plus', label: 'Zoom in (+)', onClick: zoomIn });
  const smaller = button({ icon: 'minus', label: 'Zoom out (−)', onClick: zoomOut });
  const fit = button({ icon: 'fit', label: 'Fit (0)', onClick: () => show(undefined) });
  show(undefined);
  frame.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoomIn();
    else if (event.key === '-') zoomOut();
    else if (event.key === '0') show(undefined);
    else if (scale === undefined || !scrollByKey(frame, event.key)) return;
    event.preventDefault();
  });
  dragToScroll(frame);
  return h('div', { class: 'zoom' }, larger, smaller, fit);
}

/** Keeps what is in the middle of the frame in the middle. */
function resize(frame: HTMLElement, drawing: SVGSVGElement, width: number, zoomed: boolean): void {
  const before = drawing.getBoundingClientRect().width || width;
  const [x, y] = [frame.scrollLeft + frame.clientWidth / 2, frame.scrollTop + frame.clientHeight / 2];
  drawing.setAttribute('width', String(Math.round(width)));
  frame.classList.toggle('zoomed', zoomed);
  const grown = width / before;
  frame.scrollTo(x * grown - frame.clientWidth / 2, y * grown - frame.clientHeight / 2);
}

function scrollByKey(frame: HTMLElement, key: string): boolean {
  const ways: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const way = Object.hasOwn(ways, key) ? ways[key] : undefined;
  if (!way) return false;
  const before = [frame.scrollLeft, frame.scrollTop];
  frame.scrollBy(way[0] * frame.clientWidth * stride, way[1] * frame.clientHeight * stride);
  // At an edge the key is the page's again.
  return frame.scrollLeft !== before[0] || frame.scrollTop !== before[1];
}

function dragToScroll(frame: HTMLElement): void {
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType === 'touch' || !frame.classList.contains('zoomed')) return;
    if ((event.target as Element).closest('a')) return;
    event.preventDefault();
    frame.focus({ preventScroll: true });
    frame.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent): void => frame.scrollBy(-move.movementX, -move.movementY);
    frame.addEventListener('pointermove', onMove);
    const stop = (): void => frame.removeEventListener('pointermove', onMove);
    frame.addEventListener('pointerup', stop, { once: true });
    frame.addEventListener('pointercancel', stop, { once: true });
  });
}
