import { h } from './dom';
import { icon } from './icons';

/** A field that filters while one types; Escape empties it. */
export function filterBox(label: string, text: string, onText: (text: string) => void): HTMLElement {
  const input = h('input', {
    type: 'text',
    placeholder: label,
    'aria-label': label,
    spellcheck: 'false',
    autocomplete: 'off',
    value: text,
  });
  input.addEventListener('input', () => onText(input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return;
    event.stopPropagation();
    input.value = '';
    onText('');
  });
  return h('label', { class: 'filter' }, icon('search'), input);
}
