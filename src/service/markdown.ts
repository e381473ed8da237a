/** How links inside the reference are written: as commands of the extension, or not at all. */
export type LinkStyle = 'vscode' | 'none';

/** Makes text mean itself in Markdown. For anything that is not Markdown of ours. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&');
}

/** A sentence of ours: pieces in backquotes are code, everything else means itself. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\`*_[\]<>|~&$]/g, '\\$&')))
    .join('')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[#+-]/, '\\$&');
}

/** Text as code within a line. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${text.replaceAll('\n', ' ')}${space}${fence}`;
}

/** A block of code. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** The address that opens a page of the extension. */
export function openPage(kind: string, id: string): string {
  return `command:dataEngineering.openPage?${encodeURIComponent(JSON.stringify([{ kind, id }]))}`;
}

export function endSentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}
