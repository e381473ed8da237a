import type { TermCard, ToolCard } from '../catalogue/types';

/** How links inside the reference are written: as commands of the extension, or not at all. */
export type LinkStyle = 'vscode' | 'none';

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

function openPage(kind: string, id: string): string {
  return `command:dataEngineering.openPage?${encodeURIComponent(JSON.stringify([{ kind, id }]))}`;
}

function endSentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

/** Makes text mean itself in Markdown. For anything that is not Markdown of ours. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&');
}
