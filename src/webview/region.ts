import { h } from './dom';

/** A place that scrolls sideways on its own, so that the page does not, and that the keyboard can reach. */
export function scrollRegion(content: HTMLElement, label: string): HTMLElement {
  return h('div', { class: 'region', role: 'region', tabindex: '0', 'aria-label': label }, content);
}
