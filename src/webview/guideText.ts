import type { Walk } from '../catalogue/guides';
import type { GuidePage, Reference } from '../catalogue/types';

/** Where a guide led, in Markdown: answers, what is left, what was ruled out and why, sources as footnotes. */
export function guideText(page: GuidePage, walk: Walk, sourceOf: (number: number) => Reference | undefined): string {
  const names = new Map(page.candidates.map(({ id, name }) => [id, name]));
  const answers = walk.choices.map(({ question, answer }) => {
    const asked = page.questions.find(({ id }) => id === question)!;
    return `- ${asked.ask} ${asked.answers.find(({ id }) => id === answer)?.answer ?? asked.otherwise}`;
  });
  const out = walk.ruledOut.map(({ tool, reason }) => {
    const marks = reason.references.map((number) => `[^${number}]`).join('');
    return `- ${names.get(tool)}: ${reason.because}${marks}${reason.unverified ? ' (unverified)' : ''}`;
  });
  const numbers = [...new Set(walk.ruledOut.flatMap(({ reason }) => reason.references))].sort((a, b) => a - b);
  const notes = numbers.flatMap((number) => {
    const source = sourceOf(number);
    return source ? `[^${number}]: ${source.name}, <${source.url}>, read ${source.checked}` : [];
  });
  const parts = [
    [`## ${page.title}`],
    answers,
    [`Left: ${walk.left.map((tool) => names.get(tool)).join(', ')}`],
    out.length > 0 ? ['Ruled out:', '', ...out] : [],
    notes,
  ];
  return (
    parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n') + '\n'
  );
}
