import { svg } from './dom';

/** Drawn on a 16 × 16 grid with a stroke of the text's colour, so that they follow every theme without a font. */
const strokes = {
  back: 'M13 8H3.5M7.5 4l-4 4 4 4',
  forward: 'M3 8h9.5M8.5 4l4 4-4 4',
  link: 'M6.5 9.5l3-3M7.2 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4l-1.3 1.3M8.8 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4l1.3-1.3',
  copy: 'M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2',
  insert: 'M8 2.5v7M5 6.5l3 3 3-3M3 13.5h10',
  external: 'M5.5 4h6.5v6.5M12 4l-7.5 7.5',
  note: 'M3 4.5h10M3 8h10M3 11.5h6',
  off: 'M3 3h10v10H3z',
  on: 'M3 3h10v10H3zM5.5 8l2 2 3.5-4',
  search: 'M6.8 2.5a4.3 4.3 0 1 0 0 8.6 4.3 4.3 0 0 0 0-8.6zM10 10l3.5 3.5',
  yes: 'M3 8.5l3.2 3.2L13 4.5',
  no: 'M4 4l8 8M12 4l-8 8',
  editor: 'M5 4.5L1.8 8 5 11.5M11 4.5L14.2 8 11 11.5M9.2 3.5l-2.4 9',
  sort: 'M5 13V3.5M2.5 6L5 3.5 7.5 6M11 3v9.5M8.5 10l2.5 2.5 2.5-2.5',
  ascending: 'M8 13V3M4.5 6.5L8 3l3.5 3.5',
  descending: 'M8 3v10M4.5 9.5L8 13l3.5-3.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  lines: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  compare: 'M2.5 3.5h4v9h-4zM9.5 3.5h4v9h-4z',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  restart: 'M12.5 8a4.5 4.5 0 1 1-1.3-3.2M11.5 2v3h-3',
  partly: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM8 3v10M9.5 3.4v9.2M11 4.2v7.6',
} as const;

export type IconName = keyof typeof strokes;

export function icon(name: IconName): SVGSVGElement {
  return svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' },
    svg('path', { d: strokes[name] }),
  );
}
