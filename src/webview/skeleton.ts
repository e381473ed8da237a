import { h } from './dom';

/**
 * The shape of a page that is not there yet. The first one stays unseen for as long as a page normally takes, by its
 * style; between pages that moment has passed with the old page still in sight.
 */
export function skeleton(when: 'at-first' | 'between'): HTMLElement {
  const bone = (width: string): HTMLElement => h('div', { class: `bone ${width}` });
  const bones = ['bone-title', 'bone-long', 'bone-short', 'bone-gap', 'bone-long', 'bone-long', 'bone-half'].map(bone);
  const title = h('h1', { class: 'visually-hidden' }, 'Loading');
  return h('div', {}, title, h('div', { class: `skeleton ${when}`, 'aria-hidden': 'true' }, ...bones));
}
