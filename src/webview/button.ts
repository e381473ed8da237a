import { h, type Child } from './dom';
import { icon, type IconName } from './icons';

export interface ButtonOptions {
  class?: string;
  icon?: IconName;
  /** Visible text; without it, `label` must say what the button does. */
  text?: string;
  /** Accessible name and tooltip, where the text alone is not enough. Must contain the text. */
  label?: string;
  onClick(button: HTMLButtonElement): void;
}

export function button(options: ButtonOptions): HTMLButtonElement {
  const children: Child[] = [options.icon && icon(options.icon), options.text && h('span', {}, options.text)];
  const element = h(
    'button',
    { type: 'button', class: options.class ?? 'quiet', 'aria-label': options.label, title: options.label },
    ...children,
  );
  element.addEventListener('click', () => options.onClick(element));
  return element;
}

const confirmationTime = 2000;

/** Shows `text` on a button for a moment, then its own text again. */
export function confirmOn(element: HTMLButtonElement, text: string): void {
  const label = element.querySelector('span');
  if (!label || element.dataset['confirming']) return;
  const before = label.textContent ?? '';
  element.dataset['confirming'] = 'true';
  label.textContent = text;
  setTimeout(() => {
    label.textContent = before;
    delete element.dataset['confirming'];
  }, confirmationTime);
}
