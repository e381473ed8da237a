import type { LandscapePage } from '../catalogue/types';
import type { Context } from './context';
import { h } from './dom';
import { filterBox } from './filterBox';
import { entryLink } from './links';

interface Tile {
  element: HTMLElement;
  link: HTMLElement;
  text: string;
}

/** All tools as tiles under their categories, one stop for Tab; arrow keys go from tile to tile as they lie. */
export function landscape(page: LandscapePage, context: Context): HTMLElement {
  const groups = page.categories.map((category) => {
    const tiles = category.tools.map((tool): Tile => {
      const link = entryLink({ kind: 'tool', id: tool.id }, tool.name);
      const text = [tool.name, tool.kind, category.title, ...tool.otherNames].join('\n').toLowerCase();
      return { element: h('li', {}, link, h('span', { class: 'effect' }, tool.kind)), link, text };
    });
    const id = `category-${category.id}`;
    const list = h('ul', { 'aria-labelledby': id }, ...tiles.map(({ element }) => element));
    return { tiles, element: h('section', { class: 'category' }, h('h2', { id }, category.title), list) };
  });
  const tiles = groups.flatMap((group) => group.tiles);
  const map = h('div', { class: 'map' }, ...groups.map(({ element }) => element));
  const empty = h('p', { class: 'empty', hidden: true });
  const filter = (text: string): void => {
    const wanted = text.trim().toLowerCase();
    for (const tile of tiles) tile.element.hidden = !tile.text.includes(wanted);
    for (const group of groups) group.element.hidden = group.tiles.every(({ element }) => element.hidden);
    const left = tiles.filter(({ element }) => !element.hidden);
    empty.hidden = left.length > 0;
    empty.textContent = empty.hidden ? '' : `No tool is called or does “${text.trim()}”. Clear the filter to see all.`;
    if (!left.some(({ link }) => link.tabIndex === 0)) stopAt(tiles, left[0]?.link);
    context.announce(`${left.length} of ${tiles.length} tools`);
  };
  stopAt(tiles, tiles[0]?.link);
  moveByArrows(map, tiles);
  return h(
    'div',
    { class: 'landscape' },
    h('div', { class: 'controls' }, filterBox('Filter tools', '', filter)),
    map,
    empty,
  );
}

/** Tab leads to one tile: the last that had the focus, or the first. */
function stopAt(tiles: Tile[], current: HTMLElement | undefined): void {
  for (const { link } of tiles) link.tabIndex = link === current ? 0 : -1;
}

function moveByArrows(map: HTMLElement, tiles: Tile[]): void {
  map.addEventListener('focusin', (event) => stopAt(tiles, event.target as HTMLElement));
  map.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = tiles.filter(({ element }) => element.offsetParent !== null);
    const next = neighbour(
      shown.map(({ link }) => link),
      event.target as HTMLElement,
      event.key,
    );
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function neighbour(links: HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const at = links.indexOf(from);
  if (at < 0) return undefined;
  if (key === 'ArrowRight') return links[at + 1];
  if (key === 'ArrowLeft') return links[at - 1];
  if (key === 'Home') return links[0];
  if (key === 'End') return links.at(-1);
  if (key === 'ArrowDown') return nearest(links.slice(at + 1), from);
  if (key === 'ArrowUp') return nearest(links.slice(0, at).reverse(), from);
  return undefined;
}

/** In the next line of tiles, the one that lies most nearly above or below. */
function nearest(links: HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const { left, top } = from.getBoundingClientRect();
  const places = links.map((link) => ({ link, box: link.getBoundingClientRect() }));
  const line = places.find(({ box }) => Math.abs(box.top - top) > 4)?.box.top;
  const inLine = places.filter(({ box }) => line !== undefined && Math.abs(box.top - line) <= 4);
  return inLine.sort((a, b) => Math.abs(a.box.left - left) - Math.abs(b.box.left - left))[0]?.link;
}
