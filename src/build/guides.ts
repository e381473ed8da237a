import { z } from 'zod';
import { allWalks, anyAnswer, choicesToAnchor } from '../catalogue/guides';
import type { GuidePage, GuideReason, Reference } from '../catalogue/types';
import { idSchema, referenceSchema } from './schema/content';
import type { ComparisonSource, Content, Source } from './source';

const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\n'), 'one line');

/**
 * Why a candidate is ruled out. `cell` is a question of the guide's comparison: the reason rests on what its cell says
 * of the candidate, with its sources and date. Otherwise it has references of its own, or is marked unverified.
 */
const reasonSchema = z.strictObject({
  because: line(160),
  cell: idSchema.optional(),
  references: z.array(idSchema).default([]),
  checked: referenceSchema.shape.checked.optional(),
  unverified: z.literal(true).optional(),
});

const answerSchema = z.strictObject({
  id: idSchema,
  answer: line(80),
  drops: z.record(idSchema, reasonSchema),
});

export const guideSchema = z.strictObject({
  title: line(80),
  question: line(160),
  summary: line(220),
  /** The comparison whose cells give the reasons. */
  comparison: idSchema,
  /** Tool ids, in the order of the list. */
  candidates: z.array(idSchema).min(2),
  questions: z
    .array(
      z.strictObject({
        id: idSchema,
        ask: line(100),
        why: line(240).optional(),
        answers: z.array(answerSchema).min(1),
        otherwise: line(80).default('It does not matter'),
      }),
    )
    .min(1),
  references: z.array(referenceSchema).default([]),
});

export type GuideSource = Source<z.infer<typeof guideSchema>>;
type Reason = z.infer<typeof reasonSchema>;
type Known = Pick<Content, 'tools' | 'comparisons'>;

/** A guide that passed `checkGuide`, as a page. */
export function compileGuide({ id, data }: GuideSource, content: Known): GuidePage {
  const comparison = content.comparisons.find((one) => one.id === data.comparison);
  const sources = new Sources();
  const questions = data.questions.map(({ answers, why, ...question }) => ({
    ...question,
    ...(why === undefined ? {} : { why }),
    answers: answers.map(({ drops, ...answer }) => ({
      ...answer,
      drops: Object.fromEntries(
        Object.entries(drops).map(([tool, reason]) => [tool, sources.number(claimOf(reason, tool, data, comparison))]),
      ),
    })),
  }));
  const tools = data.candidates.map((tool) => {
    const known = content.tools.find((one) => one.id === tool);
    return { id: tool, name: known?.data.name ?? tool, summary: known?.data.fits ?? '' };
  });
  return {
    kind: 'guide',
    id,
    title: data.title,
    summary: data.summary,
    question: data.question,
    candidates: tools,
    questions,
    blocks: [],
    headings: [],
    references: sources.list,
    related: [
      ...(comparison ? [{ kind: 'comparison', id: comparison.id, title: comparison.data.title } as const] : []),
      ...tools.map((tool) => ({ kind: 'tool', id: tool.id, title: tool.name }) as const),
    ],
  };
}

/** What an author must mend: every tool exists, every reason is sourced, every answer counts, every end is reached. */
export function* checkGuide(
  guide: GuideSource,
  content: Known,
): Iterable<{ file: string; rule: 'guides-lead-somewhere'; message: string }> {
  for (const message of [
    ...problemsOfIds(guide, content),
    ...problemsOfReasons(guide, content),
    ...problemsOfPaths(guide),
  ])
    yield { file: guide.file, rule: 'guides-lead-somewhere', message };
}

function* problemsOfIds({ data }: GuideSource, content: Known): Iterable<string> {
  const tools = new Set(content.tools.map(({ id }) => id));
  for (const tool of data.candidates) if (!tools.has(tool)) yield `there is no tool "${tool}"`;
  if (!content.comparisons.some(({ id }) => id === data.comparison))
    yield `there is no comparison "${data.comparison}"`;
  yield* twice(data.candidates, 'candidate');
  yield* twice(
    data.questions.map(({ id }) => id),
    'question',
  );
  for (const { id, answers } of data.questions) {
    yield* twice(
      answers.map((answer) => answer.id),
      `answer to ${id}`,
    );
    if (answers.some((answer) => answer.id === anyAnswer))
      yield `${id}: "${anyAnswer}" is the answer that every question has`;
  }
}

function* twice(ids: readonly string[], what: string): Iterable<string> {
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) yield `the ${what} "${id}" stands twice`;
}

function* problemsOfReasons({ data }: GuideSource, content: Known): Iterable<string> {
  const comparison = content.comparisons.find(({ id }) => id === data.comparison);
  for (const { where, tool, reason } of reasonsOf(data)) {
    if (!data.candidates.includes(tool)) yield `${where}: "${tool}" is no candidate`;
    if (reason.cell !== undefined && !cellOf(reason.cell, tool, comparison))
      yield `${where}: "${data.comparison}" has no cell ${reason.cell} for "${tool}"`;
    const claim = claimOf(reason, tool, data, comparison);
    if (claim.unverified || (claim.sources.length > 0 && claim.checked !== undefined)) continue;
    yield `${where}: name a cell, or references and the day of reading, or mark it unverified: true`;
  }
}

/** Every reason of a guide, and where it stands: `question/answer/tool`. */
export function* reasonsOf(data: GuideSource['data']): Iterable<{ where: string; tool: string; reason: Reason }> {
  for (const question of data.questions)
    for (const answer of question.answers)
      for (const [tool, reason] of Object.entries(answer.drops))
        yield { where: `${question.id}/${answer.id}/${tool}`, tool, reason };
}

/** Longest anchor that a link may carry. */
const longestAnchor = 200;

function* problemsOfPaths({ data }: GuideSource): Iterable<string> {
  const walkable = {
    candidates: data.candidates.map((id) => ({ id })),
    questions: data.questions.map(({ id, ask, otherwise, answers }) => ({
      id,
      ask,
      otherwise,
      answers: answers.map((answer) => ({ ...answer, drops: withoutSources(answer.drops) })),
    })),
  };
  const seen = { answers: new Set<string>(), alone: new Set<string>() };
  for (const { choices, left, ruledOut } of allWalks(walkable)) {
    if (left.length === 0) yield `nothing is left after ${choicesToAnchor(choices) ?? 'no answer'}`;
    if ((choicesToAnchor(choices) ?? '').length >= longestAnchor)
      yield `${choicesToAnchor(choices)} is too long for a link: shorten ids`;
    for (const { question, answer } of ruledOut) seen.answers.add(`${question.id}/${answer.id}`);
    if (left.length < data.candidates.length) for (const tool of left) seen.alone.add(tool);
  }
  for (const question of data.questions)
    for (const { id } of question.answers)
      if (!seen.answers.has(`${question.id}/${id}`)) yield `${question.id}/${id}: this answer rules nothing out`;
  for (const tool of data.candidates)
    if (!seen.alone.has(tool)) yield `"${tool}" is at the end of no path: some answer must keep it`;
}

/** Paths turn on what is ruled out, not on why. */
function withoutSources(drops: Record<string, Reason>): Record<string, GuideReason> {
  return Object.fromEntries(Object.entries(drops).map(([tool, { because }]) => [tool, { because, references: [] }]));
}

type SourceReference = z.infer<typeof referenceSchema>;

interface Claim {
  because: string;
  sources: SourceReference[];
  checked?: string | undefined;
  unverified?: true | undefined;
}

function cellOf(question: string, tool: string, comparison: ComparisonSource | undefined) {
  const subject = comparison?.data.subjects.find((one) => one.tool === tool)?.id;
  const cells = comparison?.data.questions.find(({ id }) => id === question)?.cells;
  return subject !== undefined && cells && Object.hasOwn(cells, subject) ? cells[subject] : undefined;
}

/** A reason with the sources that it rests on: the cell's, and its own. */
export function claimOf(
  reason: Reason,
  tool: string,
  data: GuideSource['data'],
  comparison: ComparisonSource | undefined,
): Claim {
  const cell = reason.cell === undefined ? undefined : cellOf(reason.cell, tool, comparison);
  const find = (ids: readonly string[], references: readonly SourceReference[]) =>
    ids.flatMap((id) => references.find((reference) => reference.id === id) ?? []);
  return {
    because: reason.because,
    sources: [
      ...find(cell?.references ?? [], comparison?.data.references ?? []),
      ...find(reason.references, data.references),
    ],
    checked: reason.checked ?? cell?.checked,
    unverified: reason.unverified ?? cell?.unverified,
  };
}

/** The references of a page, numbered in the order in which they come. */
class Sources {
  readonly list: Reference[] = [];

  number({ because, sources, checked, unverified }: Claim): GuideReason {
    return {
      because,
      references: [...new Set(sources.map((source) => this.#number(source)))],
      ...(checked === undefined ? {} : { checked }),
      ...(unverified ? { unverified } : {}),
    };
  }

  #number({ name, url, checked }: SourceReference): number {
    const at = this.list.findIndex((reference) => reference.url === url);
    return at >= 0 ? at + 1 : this.list.push({ name, url, checked });
  }
}
