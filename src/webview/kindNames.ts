import type { EntryKind } from '../catalogue/types';

export const kindNames: Record<EntryKind, string> = {
  topic: 'Topic',
  tool: 'Tool',
  comparison: 'Comparison',
  snippet: 'Starter code',
  term: 'Term',
  guide: 'Guide',
  landscape: 'Landscape',
};
