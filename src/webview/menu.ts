import { h } from './dom';
import { icon } from './icons';
import { disclose } from './popup';

export interface MenuItem {
  text: string;
  /** Ticked or not; without it the item does something once. */
  on?: boolean;
  /** Keeps the menu open: for items that are switched one after the other. */
  stay?: boolean;
  run(item: HTMLButtonElement): void;
}

/** Items under their headings. */
export interface MenuPart {
  title?: string;
  items: MenuItem[];
}

/** A button's list of things to do: one stop for Tab each, and up and down go along. Made anew whenever it opens. */
export function menu(button: HTMLButtonElement, label: string, parts: () => MenuPart[]): void {
  disclose(button, label, () => {
    const list = h('span', { class: 'menu' }, ...parts().flatMap((part) => partNodes(part, button)));
    list.addEventListener('keydown', onKey);
    // The popup opens with the focus on its button; a menu is gone into at once.
    queueMicrotask(() => list.querySelector('button')?.focus());
    return [list];
  });
}

function partNodes({ title, items }: MenuPart, button: HTMLButtonElement): HTMLElement[] {
  const nodes = items.map((item) => itemNode(item, button));
  return title === undefined ? nodes : [h('span', { class: 'popup-head' }, title), ...nodes];
}

function itemNode(item: MenuItem, button: HTMLButtonElement): HTMLButtonElement {
  const element = h('button', {
    type: 'button',
    class: item.on === undefined ? 'item' : 'item switch',
    'aria-pressed': item.on === undefined ? undefined : String(item.on),
  });
  element.append(...(item.on === undefined ? [] : [icon('off'), icon('on')]), h('span', {}, item.text));
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    if (!item.stay) {
      element.closest<HTMLElement>('[popover]')?.hidePopover();
      button.focus();
    }
    item.run(element);
  });
  return element;
}

function onKey(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = [...(event.currentTarget as Element).querySelectorAll('button')];
  const at = items.indexOf(event.target as HTMLButtonElement) + step;
  items[(at + items.length) % items.length]?.focus();
}
