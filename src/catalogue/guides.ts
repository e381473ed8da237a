import type { GuideAnswer, GuidePage, GuideQuestion, GuideReason } from './types';

/** The answer that rules nothing out; every question has it. */
export const anyAnswer = 'any';

/** Ids of a question and of the answer given to it. */
export interface Choice {
  question: string;
  answer: string;
}

/** What a walk needs of a guide. */
export type Walkable = Pick<GuidePage, 'questions'> & { candidates: readonly { id: string }[] };

export interface RuledOut {
  tool: string;
  reason: GuideReason;
  question: GuideQuestion;
  answer: GuideAnswer;
}

export interface Walk {
  /** Choices that counted, in the order of the questions. */
  choices: Choice[];
  /** Candidates that are left, by id. */
  left: string[];
  ruledOut: RuledOut[];
  /** The question to ask now; none at the end. */
  next?: GuideQuestion;
}

/**
 * How far choices lead. A question that can no longer narrow the list is passed over. A choice that nobody could have
 * made, such as one from a link to an older version, stops the walk at its question.
 */
export function walkGuide(guide: Walkable, choices: readonly Choice[]): Walk {
  const given = new Map(choices.map(({ question, answer }) => [question, answer]));
  const walk: Walk = { choices: [], left: guide.candidates.map(({ id }) => id), ruledOut: [] };
  for (const question of guide.questions) {
    if (!canNarrow(question, walk.left)) continue;
    const wanted = given.get(question.id);
    const answer = question.answers.find(({ id }) => id === wanted);
    if (wanted !== anyAnswer && (!answer || !leavesSome(answer, walk.left))) return { ...walk, next: question };
    walk.choices.push({ question: question.id, answer: wanted ?? anyAnswer });
    if (answer) ruleOut(walk, question, answer);
  }
  return walk;
}

/** Whether a candidate is left after an answer: one that leaves none is not offered. */
export function leavesSome(answer: GuideAnswer, left: readonly string[]): boolean {
  return left.some((tool) => !Object.hasOwn(answer.drops, tool));
}

/** The candidates that an answer would rule out now. */
export function dropsOf(answer: GuideAnswer, left: readonly string[]): string[] {
  return left.filter((tool) => Object.hasOwn(answer.drops, tool));
}

function canNarrow(question: GuideQuestion, left: readonly string[]): boolean {
  return question.answers.some((answer) => leavesSome(answer, left) && dropsOf(answer, left).length > 0);
}

function ruleOut(walk: Walk, question: GuideQuestion, answer: GuideAnswer): void {
  for (const tool of dropsOf(answer, walk.left))
    walk.ruledOut.push({ tool, reason: answer.drops[tool]!, question, answer });
  walk.left = walk.left.filter((tool) => !Object.hasOwn(answer.drops, tool));
}

/** Every walk from the first question to an end. */
export function* allWalks(guide: Walkable, choices: readonly Choice[] = []): Iterable<Walk> {
  const walk = walkGuide(guide, choices);
  if (!walk.next) {
    yield walk;
    return;
  }
  const offered = walk.next.answers.filter((answer) => leavesSome(answer, walk.left)).map(({ id }) => id);
  for (const answer of [...offered, anyAnswer])
    yield* allWalks(guide, [...walk.choices, { question: walk.next.id, answer }]);
}

/** Choices as the anchor of a link: `cloud.aws_load.any`. Ids are kebab-case, so that the marks are free. */
export function choicesToAnchor(choices: readonly Choice[]): string | undefined {
  return choices.map(({ question, answer }) => `${question}.${answer}`).join('_') || undefined;
}

export function anchorToChoices(anchor: string | undefined): Choice[] {
  return (anchor ?? '').split('_').flatMap((part) => {
    const match = /^([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(part);
    return match ? [{ question: match[1]!, answer: match[2]! }] : [];
  });
}
