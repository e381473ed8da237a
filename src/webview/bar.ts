import type { EntryKind } from '../catalogue/types';
import { button, confirmOn } from './button';
import { h } from './dom';
import { kindNames } from './kindNames';

export interface BarActions {
  back(): void;
  forward(): void;
  copyLink(): void;
  returnToEditor(): void;
}

/** The line above every page. It stays when the page changes, so that Back can be pressed again and again. */
export class Bar {
  readonly element: HTMLElement;
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #kind = h('span', { class: 'kind' });
  readonly #editor: HTMLButtonElement;
  readonly #copyLink: HTMLButtonElement;

  constructor(actions: BarActions) {
    this.#back = button({ icon: 'back', label: 'Back (Alt+Left)', onClick: whenEnabled(actions.back) });
    this.#forward = button({ icon: 'forward', label: 'Forward (Alt+Right)', onClick: whenEnabled(actions.forward) });
    this.#editor = button({
      class: 'quiet editor',
      icon: 'editor',
      text: 'Editor',
      onClick: actions.returnToEditor,
    });
    this.#copyLink = button({
      icon: 'link',
      text: 'Copy link',
      onClick(element) {
        actions.copyLink();
        confirmOn(element, 'Copied');
      },
    });
    this.element = h('div', { class: 'bar' }, this.#back, this.#forward, this.#kind, this.#editor, this.#copyLink);
    this.update(undefined, false, false);
    this.showEditor(undefined);
  }

  /** The way back to the place in the editor that the reader came from. */
  showEditor(place: string | undefined): void {
    this.#editor.hidden = place === undefined;
    if (place === undefined) return;
    this.#editor.lastElementChild!.textContent = place;
    this.#editor.title = `Back to ${place} in the editor`;
    this.#editor.setAttribute('aria-label', this.#editor.title);
  }

  update(kind: EntryKind | undefined, canGoBack: boolean, canGoForward: boolean): void {
    // Not `disabled`: that would throw the focus away when the last page back is reached.
    this.#back.setAttribute('aria-disabled', String(!canGoBack));
    this.#forward.setAttribute('aria-disabled', String(!canGoForward));
    this.#kind.textContent = kind ? kindNames[kind] : '';
    this.#copyLink.hidden = kind === undefined;
  }
}

function whenEnabled(action: () => void): (element: HTMLButtonElement) => void {
  return (element) => {
    if (element.getAttribute('aria-disabled') !== 'true') action();
  };
}
