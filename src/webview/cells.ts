import type { ComparisonCell } from '../catalogue/types';
import { source, weakness, weaknessMark } from './citations';
import type { Context } from './context';
import { time } from './dates';
import { glue, h, hiddenText, type Child } from './dom';
import { icon } from './icons';
import { inlineMarkdown, valueText } from './markdown';
import { disclose } from './popup';

/** A cell's value, and a button that opens its note, source and date in place. */
export function cellContent(
  cell: ComparisonCell | undefined,
  numbers: number[],
  where: string,
  context: Context,
): Child[] {
  if (!cell) return [notApplicable()];
  if (!tellsMore(cell, numbers)) return answer(cell.value);
  const button = h(
    'button',
    { type: 'button', class: 'details', 'aria-label': detailsLabel(cell, numbers, where) },
    cell.note !== undefined && icon('note'),
    numbers.length > 0 && `[${numbers.join(', ')}]`,
    cell.note === undefined && numbers.length === 0 && '[?]',
  );
  disclose(button, `Details of ${where}`, () => details(cell, where, numbers, context));
  const mark = weaknessMark(cell, context.today);
  if (mark) return [...answer(cell.value), ' ', h('span', { class: 'glued' }, mark, ' ', button)];
  return glue(answer(cell.value), '\u00a0', button);
}

/** What a page says of itself, such as what kind of thing it is, has nothing behind it to open. */
function tellsMore(cell: ComparisonCell, numbers: number[]): boolean {
  return numbers.length > 0 || cell.note !== undefined || cell.unverified === true || cell.checked !== undefined;
}

const verdict = /^(yes|no|partly)\b/i;

/** Yes, no and partly are an icon and the word. */
function answer(value: string): Child[] {
  const kind = verdict.exec(value)?.[1]?.toLowerCase() as 'yes' | 'no' | 'partly' | undefined;
  return kind ? [icon(kind), ...valueText(value)] : valueText(value);
}

function notApplicable(): HTMLElement {
  return h(
    'span',
    { class: 'dim', title: 'Not applicable' },
    h('span', { 'aria-hidden': 'true' }, '–'),
    hiddenText('not applicable'),
  );
}

/** Starts with what is visible on the button, then says which cell it belongs to. */
function detailsLabel(cell: ComparisonCell, numbers: number[], where: string): string {
  const parts = [cell.note !== undefined && 'note', numbers.length > 0 && `source ${numbers.join(', ')}`].filter(
    Boolean,
  );
  return `${parts.length > 0 ? parts.join(' and ') : '?: no source'} for ${where}`;
}

function details(cell: ComparisonCell, where: string, numbers: number[], context: Context): Node[] {
  const weak = weakness(cell, context.today);
  const references = numbers.map((number) => context.sources.get(number)!);
  const sources = references.map((reference, at) =>
    h('li', { value: String(numbers[at]) }, source(reference, context.today)),
  );
  // A date that every source repeats says nothing new.
  const dated = cell.checked && !weak && references.some(({ checked }) => checked !== cell.checked);
  return [
    h('span', { class: 'popup-head' }, where),
    ...(cell.note === undefined ? [] : [h('span', { class: 'popup-note' }, ...inlineMarkdown(cell.note, context))]),
    ...(weak ? [h('span', { class: 'popup-weak' }, weak.sentence)] : []),
    ...(sources.length > 0 ? [h('ol', { class: 'popup-sources' }, ...sources)] : []),
    ...(dated ? [h('span', { class: 'source-detail' }, 'cell checked ', time(cell.checked!))] : []),
  ];
}
