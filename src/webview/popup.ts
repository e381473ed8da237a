import { h } from './dom';

/**
 * A disclosure beside its button, in the top layer so that neither a table's scroll region nor its sticky head cuts
 * it off. It stands in the document right after the button: Tab goes into it, Escape closes it and returns.
 */
export function disclose(button: HTMLButtonElement, label: string, content: () => Node[]): void {
  let popup: HTMLElement | undefined;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    if (popup?.matches(':popover-open')) popup.hidePopover();
    else if (button.getAttribute('aria-expanded') === 'false') popup = open(button, label, content());
  });
}

function open(button: HTMLButtonElement, label: string, content: Node[]): HTMLElement {
  const popup = h('span', { class: 'popup', popover: 'auto', role: 'group', 'aria-label': label });
  popup.append(...content);
  button.after(popup);
  button.setAttribute('aria-expanded', 'true');
  popup.showPopover();
  const stops = [keepBeside(popup, button), closeOnEscape(popup, button), closeOnLeaving(popup, button)];
  popup.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    for (const stop of stops) stop();
    popup.remove();
    // A press on the button closes the popup before the click arrives, and that click must not open it again.
    setTimeout(() => button.setAttribute('aria-expanded', 'false'));
  });
  return popup;
}

function closeOnEscape(popup: HTMLElement, button: HTMLButtonElement): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    popup.hidePopover();
    button.focus();
  };
  popup.addEventListener('keydown', onKey);
  button.addEventListener('keydown', onKey);
  return () => button.removeEventListener('keydown', onKey);
}

/** Closes when the focus goes on from the button or the popup to something else. */
function closeOnLeaving(popup: HTMLElement, button: HTMLButtonElement): () => void {
  const onLeave = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    if (to && to !== button && !popup.contains(to)) popup.hidePopover();
  };
  popup.addEventListener('focusout', onLeave);
  button.addEventListener('focusout', onLeave);
  return () => button.removeEventListener('focusout', onLeave);
}

const gap = 4;
const margin = 8;

/** Keeps the popup under the button, or above it where there is no room, inside the pane. Returns how to stop. */
function keepBeside(popup: HTMLElement, button: HTMLElement): () => void {
  const place = (): void => {
    const at = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popup;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = at.bottom + gap;
    const above = at.top - gap - height;
    const top = below + height > clientHeight - margin && above >= margin ? above : below;
    popup.style.top = `${Math.round(top)}px`;
    popup.style.left = `${Math.round(Math.max(margin, Math.min(at.left, clientWidth - margin - width)))}px`;
  };
  place();
  window.addEventListener('scroll', place, { capture: true, passive: true });
  window.addEventListener('resize', place);
  return () => {
    window.removeEventListener('scroll', place, { capture: true });
    window.removeEventListener('resize', place);
  };
}
