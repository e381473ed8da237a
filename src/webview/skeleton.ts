import { h } from './dom';

/**
 * The shape of a page that is not there yet. The first one stays unseen for as long as a page normally takes, by its
 * style; between pages that moment has passed with the old page still in sight.
 */
export function skeleton(when: 'at-first' | 'between'): HTMLElement {
  const bar = (width: string): HTMLElement => h('div', { class: `bone ${width}` });
  return h(
    'div',
    { class: `skeleton ${when}` },
    h('h1', { class: 'visually-hidden' }, 'Loading'),
    bar('bone-title'),
    bar('bone-long'),
    bar('bone-short'),
    h('div', { class: 'bone-gap' }),
    bar('bone-long'),
    bar('bone-long'),
    bar('bone-half'),
  );
}
