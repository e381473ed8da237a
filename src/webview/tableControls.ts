import { button, confirmOn } from './button';
import type { Context } from './context';
import { h } from './dom';
import { icon } from './icons';
import { keepReachable } from './roving';
import type { TableView } from './table';
import { toCsv, toMarkdown } from './tableText';

/** Fewer rows than this are found by looking. */
const filterFrom = 6;

/** One line above the table: filter, differences only, copy. What would change nothing is left out. */
export function tableControls(view: TableView, context: Context): HTMLElement {
  const shown = { text: '', differences: false };
  const show = (change: Partial<typeof shown>): void => {
    Object.assign(shown, change);
    const rows = view.show(shown);
    keepReachable(view.element);
    context.announce(`${rows} of ${view.grid.rows.length} rows`);
  };
  return h(
    'div',
    { class: 'controls' },
    view.grid.rows.length >= filterFrom && filterBox((text) => show({ text })),
    view.canHideSame && differencesSwitch((differences) => show({ differences })),
    h(
      'span',
      { class: 'copy-as' },
      copyButton('Markdown', () => toMarkdown(view.visible(), view.numbering), context),
      copyButton('CSV', () => toCsv(view.visible(), view.numbering), context),
    ),
  );
}

function filterBox(onText: (text: string) => void): HTMLElement {
  const input = h('input', {
    type: 'text',
    placeholder: 'Filter rows',
    'aria-label': 'Filter rows',
    spellcheck: 'false',
    autocomplete: 'off',
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

function differencesSwitch(onSwitch: (on: boolean) => void): HTMLElement {
  const element = button({
    class: 'quiet switch',
    text: 'Differences only',
    onClick() {
      const on = element.getAttribute('aria-pressed') !== 'true';
      element.setAttribute('aria-pressed', String(on));
      onSwitch(on);
    },
  });
  element.prepend(icon('off'), icon('on'));
  element.setAttribute('aria-pressed', 'false');
  return element;
}

function copyButton(format: string, text: () => string, context: Context): HTMLElement {
  return button({
    icon: 'copy',
    text: format,
    label: `Copy as ${format}`,
    onClick(element) {
      context.post({ type: 'copy', text: text(), what: 'table' });
      confirmOn(element, 'Copied');
      context.announce(`Table copied as ${format}.`);
    },
  });
}
