import {
  anyAnswer,
  anchorToChoices,
  type Choice,
  choicesToAnchor,
  dropsOf,
  leavesSome,
  walkGuide,
} from '../catalogue/guides';
import type { RuledOut, Walk } from '../catalogue/guides';
import type { GuideAnswer, GuidePage, GuideQuestion } from '../catalogue/types';
import { button, confirmOn } from './button';
import { citation, weaknessMark } from './citations';
import type { Context } from './context';
import { glue, h, type Child } from './dom';
import { guideText } from './guideText';
import { icon } from './icons';
import { entryLink } from './links';

const fewestCompared = 2;
const mostCompared = 6;

/** Questions one after the other, and beside them the list that they narrow. Its answers are the page's anchor. */
export function guide(page: GuidePage, context: Context): HTMLElement {
  const element = h('section', { class: 'guide' });
  const names = new Map(page.candidates.map(({ id, name }) => [id, name]));
  const view: View = { page, context, nameOf: (id) => names.get(id) ?? id, go: () => undefined };
  const draw = (choices: Choice[]): Walk => {
    const walk = walkGuide(page, choices);
    element.replaceChildren(path(view, walk), list(view, walk));
    return walk;
  };
  view.go = (choices) => {
    const walk = draw(choices);
    context.moveTo(choicesToAnchor(walk.choices));
    context.announce(`${walk.left.length} of ${page.candidates.length} left`);
    element.querySelector<HTMLElement>('.ask')?.focus({ preventScroll: true });
  };
  draw(anchorToChoices(context.anchor));
  return element;
}

interface View {
  page: GuidePage;
  context: Context;
  nameOf(tool: string): string;
  /** Walks again, with these choices. */
  go(choices: Choice[]): void;
}

function path(view: View, walk: Walk): HTMLElement {
  const given = walk.choices.map((choice, at) => step(view, walk, choice, at));
  return h(
    'div',
    { class: 'path' },
    given.length > 0 && h('ol', { class: 'steps', 'aria-label': 'Your answers' }, ...given),
    ...(walk.next ? ask(view, walk, walk.next) : end(view, walk)),
    given.length > 0 && actions(view, walk),
  );
}

/** A question that was answered; its button goes back to it. */
function step({ page, go }: View, walk: Walk, choice: Choice, at: number): HTMLElement {
  const question = page.questions.find(({ id }) => id === choice.question)!;
  const answer = question.answers.find(({ id }) => id === choice.answer)?.answer ?? question.otherwise;
  const change = button({
    text: 'Change',
    label: `Change the answer to “${question.ask}”`,
    onClick: () => go(walk.choices.slice(0, at)),
  });
  return h('li', {}, h('span', { class: 'dim' }, question.ask), ' ', h('b', {}, answer), ' ', change);
}

function ask(view: View, walk: Walk, question: GuideQuestion): Child[] {
  const choose = (answer: string): void => view.go([...walk.choices, { question: question.id, answer }]);
  const otherwise = h(
    'button',
    { type: 'button', class: 'answer' },
    h('span', {}, question.otherwise),
    effect('All stay.'),
  );
  otherwise.addEventListener('click', () => choose(anyAnswer));
  return [
    h('h2', { class: 'ask', id: 'question', tabindex: '-1' }, question.ask),
    question.why !== undefined && h('p', { class: 'why' }, question.why),
    h(
      'div',
      { class: 'answers', role: 'group', 'aria-labelledby': 'question' },
      ...question.answers.map((answer) => answerButton(view, walk, answer, choose)),
      otherwise,
    ),
  ];
}

/** Says what it would rule out. One that would leave nothing cannot be chosen, and says so. */
function answerButton(view: View, walk: Walk, answer: GuideAnswer, choose: (id: string) => void): HTMLElement {
  const possible = leavesSome(answer, walk.left);
  const drops = dropsOf(answer, walk.left).map(view.nameOf);
  const consequence = drops.length > 0 ? `Rules out ${drops.join(', ')}.` : 'All stay.';
  const element = h(
    'button',
    { type: 'button', class: 'answer', 'aria-disabled': possible ? undefined : 'true' },
    h('span', {}, answer.answer),
    effect(possible ? consequence : 'Would leave nothing: an earlier answer ruled out what fits.'),
  );
  element.addEventListener('click', () => {
    if (possible) choose(answer.id);
  });
  return element;
}

function effect(text: string): HTMLElement {
  return h('span', { class: 'effect' }, text);
}

function end({ nameOf }: View, { left }: Walk): Child[] {
  const names = left.map(nameOf);
  const title = left.length === 1 ? `${names[0]} is left` : `${left.length} are left`;
  const words =
    left.length === 1
      ? 'Read when to avoid it before you choose it.'
      : 'No further question of this guide tells them apart. Put them side by side.';
  const links =
    left.length >= fewestCompared && left.length <= mostCompared
      ? [entryLink({ kind: 'comparison', id: left.join('+') }, `Compare ${names.join(', ')}`)]
      : left.map((tool) =>
          entryLink({ kind: 'tool', id: tool, anchor: 'avoid-it-when' }, `When to avoid ${nameOf(tool)}`),
        );
  return [
    h('h2', { class: 'ask', tabindex: '-1' }, title),
    h('p', {}, words),
    ...links.map((link) => h('p', {}, link)),
  ];
}

function actions({ page, context, go }: View, walk: Walk): HTMLElement {
  return h(
    'div',
    { class: 'controls' },
    button({ icon: 'back', text: 'One back', onClick: () => go(walk.choices.slice(0, -1)) }),
    button({ icon: 'restart', text: 'Start again', onClick: () => go([]) }),
    button({
      icon: 'copy',
      text: 'Copy result',
      onClick(element) {
        context.post({
          type: 'copy',
          text: guideText(page, walk, (number) => context.sources.get(number)),
          what: 'result',
        });
        confirmOn(element, 'Copied');
        context.announce('Result copied.');
      },
    }),
  );
}

function list(view: View, walk: Walk): HTMLElement {
  const { page } = view;
  const left = page.candidates.filter(({ id }) => walk.left.includes(id));
  return h(
    'div',
    { class: 'candidates' },
    h('h2', {}, `Still in: ${left.length} of ${page.candidates.length}`),
    h('ul', {}, ...left.map(({ id, name, summary }) => h('li', {}, toolLink(id, name), effect(summary)))),
    walk.ruledOut.length > 0 && h('h2', {}, 'Ruled out'),
    walk.ruledOut.length > 0 && h('ul', { class: 'out' }, ...walk.ruledOut.map((one) => ruledOut(view, one))),
  );
}

function toolLink(id: string, name: string): HTMLElement {
  return entryLink({ kind: 'tool', id }, name);
}

/** Why, where that was read, and the answer that did it. */
function ruledOut({ nameOf, context }: View, { tool, reason, answer }: RuledOut): HTMLElement {
  const mark = weaknessMark(reason, context.today);
  const sources = reason.references.map((number) => citation(number, context));
  return h(
    'li',
    {},
    icon('no'),
    toolLink(tool, nameOf(tool)),
    h('span', { class: 'effect' }, ...glue([reason.because], ...sources), mark && ' ', mark, ` (${answer.answer})`),
  );
}
