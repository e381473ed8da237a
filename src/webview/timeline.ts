import type { ToolPage } from '../catalogue/types';
import { weaknessMark } from './citations';
import { h } from './dom';

interface Moment {
  /** As far as it is known: year, month or day. */
  date: string;
  label: string;
  mark?: HTMLElement | undefined;
}

const released = ['First release', 'Newest release'];

/** Fewer moments than this are no line. */
const fewest = 2;

/** Releases and renamings in order, where the page gives them dates. */
export function timeline(page: ToolPage, today: Date): HTMLElement | undefined {
  const releases = page.facts
    .filter(({ label }) => released.includes(label))
    .flatMap((fact) => moment(fact.value, fact.label, weaknessMark(fact, today)));
  const names = page.formerly.flatMap(({ name, note }) => moment(note, `Formerly ${name}`));
  const moments = [...releases, ...names].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  if (moments.length < fewest) return undefined;
  return h(
    'ol',
    { class: 'timeline', 'aria-label': 'Releases and renamings' },
    ...moments.map(({ date, label, mark }) =>
      h('li', {}, h('time', { datetime: date }, date), h('span', {}, label), mark),
    ),
  );
}

function moment(text: string, label: string, mark?: HTMLElement): Moment[] {
  const date = dateIn(text);
  return date === undefined ? [] : [{ date, label, mark }];
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const iso = /\b((?:19|20)\d{2}-\d{2}(?:-\d{2})?)\b/;
const words = new RegExp(`\\b(?:(\\d{1,2}) )?(${months}) ((?:19|20)\\d{2})\\b`);
/** A bare year counts where a sentence puts one: elsewhere it may be a version. */
const year = /(?:^|\(|, |\b(?:in|since|until|spring|summer|autumn|winter) )((?:19|20)\d{2})\b(?![.\d])/;

/** The first date in a text, as ISO 8601 has it. */
export function dateIn(text: string): string | undefined {
  const [numbers, spelt] = [iso.exec(text), words.exec(text)];
  if (spelt && !(numbers && numbers.index < spelt.index)) {
    const month = String(months.split('|').indexOf(spelt[2]!) + 1).padStart(2, '0');
    return [spelt[3], month, spelt[1]?.padStart(2, '0')].filter(Boolean).join('-');
  }
  return numbers?.[1] ?? year.exec(text)?.[1];
}
