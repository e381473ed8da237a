import type { Content } from '../source';
import type { Rule } from './rule';

export const idsResolve: Rule = {
  name: 'ids-resolve',
  description: 'Categories, tools, topics and comparisons that are named by id exist.',
  *check(content) {
    const ids = knownIds(content);
    for (const { file, kind, id } of namedIds(content)) {
      if (!ids[kind].has(id)) yield { file, message: `there is no ${kind} "${id}"` };
    }
  },
};

type Kind = 'category' | 'tool' | 'topic' | 'comparison' | 'term';

function knownIds(content: Content): Record<Kind, Set<string>> {
  return {
    category: new Set(content.categories.map((category) => category.id)),
    tool: new Set(content.tools.map((tool) => tool.id)),
    topic: new Set(content.topics.map((topic) => topic.id)),
    comparison: new Set(content.comparisons.map((comparison) => comparison.id)),
    term: new Set(content.terms.map((term) => term.id)),
  };
}

function* namedIds(content: Content): Iterable<{ file: string; kind: Kind; id: string }> {
  for (const { file, data } of content.tools) {
    yield { file, kind: 'category', id: data.category };
    for (const id of data.alternatives) yield { file, kind: 'tool', id };
  }
  for (const { file, data } of content.topics) {
    for (const id of data.tools) yield { file, kind: 'tool', id };
    for (const id of data.comparisons) yield { file, kind: 'comparison', id };
    for (const id of data.related) yield { file, kind: 'topic', id };
  }
  for (const { file, data } of content.terms) {
    for (const id of data.tools) yield { file, kind: 'tool', id };
    for (const id of data.topics) yield { file, kind: 'topic', id };
    for (const id of data.comparisons) yield { file, kind: 'comparison', id };
    for (const id of data.related) yield { file, kind: 'term', id };
  }
  for (const { file, data } of content.comparisons) {
    for (const { tool } of data.subjects) if (tool !== undefined) yield { file, kind: 'tool', id: tool };
  }
}
