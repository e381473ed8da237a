import { claimOf, reasonsOf } from './guides';
import type { Content } from './source';

/** A claim that can change, wherever it stands: a tool's fact or a comparison's cell. */
export interface Claim {
  file: string;
  /** Where in the file: `facts.licence`, `workload/snowflake`. */
  where: string;
  value: string;
  references: string[];
  checked?: string | undefined;
  unverified?: true | undefined;
}

export function* claimsOf(content: Content): Iterable<Claim> {
  for (const { file, data } of content.tools) {
    for (const [key, fact] of Object.entries(data.facts)) {
      if (fact) yield { file, where: `facts.${key}`, ...fact };
    }
  }
  for (const { file, data } of content.comparisons) {
    for (const question of data.questions) {
      for (const [subject, cell] of Object.entries(question.cells)) {
        yield { file, where: `${question.id}/${subject}`, ...cell };
      }
    }
  }
}

/** Every reason of a guide, with what it rests on: the sources of its cell, and its own. */
export function* guideClaimsOf(content: Content): Iterable<Claim> {
  for (const { file, data } of content.guides) {
    const comparison = content.comparisons.find(({ id }) => id === data.comparison);
    for (const { where, tool, reason } of reasonsOf(data)) {
      const { because, sources, ...claim } = claimOf(reason, tool, data, comparison);
      yield { file, where, value: because, references: sources.map(({ id }) => id), ...claim };
    }
  }
}

/** Every page with references of its own, with all ids that it cites. */
export function* citingPages(content: Content, citationsIn: (body: string) => string[]) {
  for (const { file, data, body } of content.topics) {
    yield { file, references: data.references, cited: citationsIn(body) };
  }
  for (const { file, data, body } of content.tools) {
    const facts = Object.values(data.facts).flatMap((fact) => fact?.references ?? []);
    yield { file, references: data.references, cited: [...citationsIn(body), ...facts] };
  }
  for (const { file, data, body } of content.terms) {
    yield { file, references: data.references, cited: citationsIn(body) };
  }
  for (const { file, data } of content.comparisons) {
    const cells = data.questions.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell.references));
    yield { file, references: data.references, cited: [...citationsIn(data.notes), ...cells] };
  }
  for (const { file, data } of content.guides) {
    const cited = [...reasonsOf(data)].flatMap(({ reason }) => reason.references);
    yield { file, references: data.references, cited };
  }
}

/** Every page's Markdown. */
export function* bodiesOf(content: Content): Iterable<{ file: string; body: string }> {
  yield* content.topics;
  yield* content.tools;
  yield* content.terms;
  for (const { file, data } of content.comparisons) yield { file, body: data.notes };
}
