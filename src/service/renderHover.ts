import type { TermCard, ToolCard } from '../catalogue/types';
import { endSentence, escapeMarkdown, openPage, type LinkStyle } from './markdown';

export type { LinkStyle };

/** A tool's card as Markdown, in the order that `look` gives every hover. */
export function renderToolCard(card: ToolCard, links: LinkStyle): string {
  const former = card.formerly[0];
  return [
    `**${card.name}** · ${card.kind}`,
    card.summary,
    `*Fits* ${endSentence(card.fits)} *Not for* ${endSentence(card.avoid)}`,
    ...(former ? [`Formerly ${former.name}: ${endSentence(former.note)}`] : []),
    renderLinks(card, links),
  ].join('\n\n');
}

/** A term's card: what it means, and the way to its page. */
export function renderTermCard(card: TermCard, links: LinkStyle): string {
  const page = links === 'none' ? [] : [`[Page](${openPage('term', card.id)})`];
  return [`**${card.name}** · term`, card.summary, ...page].join('\n\n');
}

function renderLinks(card: ToolCard, links: LinkStyle): string {
  const outside = `[Documentation ↗](${card.documentation})`;
  if (links === 'none') return outside;
  const page = `[Page](${openPage('tool', card.id)})`;
  const compare = card.comparison
    ? [`[Compare: ${escapeMarkdown(card.comparison.title)}](${openPage('comparison', card.comparison.id)})`]
    : [];
  return [page, ...compare, outside].join(' · ');
}
