import type { CatalogueIndex, LandscapePage } from './types';

export const landscapeId = 'tools';

/** All tools by category, as a page; categories without a tool are left out. */
export function landscapePage({ categories, tools }: Pick<CatalogueIndex, 'categories' | 'tools'>): LandscapePage {
  const filled = categories.map(({ id, title }) => ({
    id,
    title,
    tools: tools
      .filter((tool) => tool.category === id)
      .map(({ id: tool, name, kind, aliases, formerly }) => ({
        id: tool,
        name,
        kind,
        otherNames: [...aliases, ...formerly.map((former) => former.name)],
      })),
  }));
  return {
    kind: 'landscape',
    id: landscapeId,
    title: 'All tools',
    summary: 'Every tool of this reference, by what it is for.',
    blocks: [],
    headings: [],
    references: [],
    related: [],
    categories: filled.filter((category) => category.tools.length > 0),
  };
}
