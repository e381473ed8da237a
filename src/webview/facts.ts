import type { Fact, ToolPage } from '../catalogue/types';
import { citation, weaknessMark } from './citations';
import type { Context } from './context';
import { time } from './dates';
import { glue, h, hiddenText, type Child } from './dom';
import { linkOrText } from './links';
import { sectionHeading, valueText } from './markdown';
import { timeline } from './timeline';

/** What the head says about a tool, besides its kind; the whole list stands in its section. */
const inHead = ['Licence', 'Newest release', 'Support ends'];

/** One quiet line: kind, licence, newest release, support, and when they were read. */
export function quietFacts(page: ToolPage, today: Date): HTMLElement {
  const facts = page.facts.filter(({ label }) => inHead.includes(label));
  // One that nobody could check has no day; its mark says so.
  const dates = new Set(facts.flatMap(({ checked }) => checked ?? []));
  const sameDay = dates.size === 1 ? [...dates][0] : undefined;
  const items: Child[][] = [
    [page.toolKind],
    ...facts.map((fact) => quietFact(fact, today, sameDay === undefined)),
    ...(sameDay ? [['checked ', time(sameDay)]] : []),
    [linkOrText(page.documentation, 'Documentation')],
  ];
  return h('ul', { class: 'quiet-facts' }, ...items.map((item) => h('li', {}, ...item)));
}

function quietFact(fact: Fact, today: Date, withDate: boolean): Child[] {
  const mark = weaknessMark(fact, today);
  return [
    `${fact.label} `,
    h('b', {}, ...valueText(fact.value)),
    ...(mark ? [' ', mark] : []),
    ...(withDate && fact.checked ? [' (', hiddenText('checked '), time(fact.checked), ')'] : []),
  ];
}

/** All facts with their sources; a fact's mark says in a word what is weak about it. */
export function factsSection(page: ToolPage, context: Context): Node[] {
  if (page.facts.length === 0) return [];
  const rows = page.facts.map((fact) => factRow(fact, context));
  const line = timeline(page, context.today);
  return [
    sectionHeading('h2', h('span', {}, 'Facts'), context),
    ...(line ? [line] : []),
    h('dl', { class: 'facts' }, ...rows),
  ];
}

function factRow(fact: Fact, context: Context): HTMLElement {
  const mark = weaknessMark(fact, context.today);
  const value = h(
    'dd',
    {},
    ...glue(valueText(fact.value), ...fact.references.map((number) => citation(number, context))),
    mark && ' ',
    mark,
  );
  const checked = fact.checked !== undefined && h('dd', { class: 'checked' }, 'checked ', time(fact.checked));
  return h('div', { class: 'fact' }, h('dt', {}, fact.label), value, checked);
}
