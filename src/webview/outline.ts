import { h } from './dom';

/** Fewer headings than this need no list of them. */
const fewest = 3;

/** "On this page": the headings of an article as links; the one being read is marked. Shown in wide panes. */
export function outline(article: HTMLElement): HTMLElement | undefined {
  const headings = [...article.querySelectorAll<HTMLElement>('h2[id]')];
  if (headings.length < fewest) return undefined;
  const links = headings.map((heading) =>
    h('a', { href: `#${heading.id}` }, heading.firstElementChild?.textContent ?? ''),
  );
  markCurrent(headings, links);
  return h(
    'nav',
    { class: 'outline', 'aria-labelledby': 'outline-title' },
    h('p', { id: 'outline-title' }, 'On this page'),
    h('ul', {}, ...links.map((link) => h('li', {}, link))),
  );
}

function markCurrent(headings: HTMLElement[], links: HTMLElement[]): void {
  const mark = (): void => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).length;
    for (const [at, link] of links.entries()) {
      if (at === above - 1) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // Headings cross the upper third of the pane one at a time; nothing is measured in between.
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
  for (const heading of headings) observer.observe(heading);
}
