/** What VS Code's snippet files call a snippet, and show beside its prefix. Unique within a language. */
export function snippetName(title: string, tool: string): string {
  return `${title} · ${tool}`;
}

/** Turns code into VS Code's snippet syntax: the first occurrence of a placeholder is its tab stop, later ones mirror it. */
export function toSnippetSyntax(code: string, placeholders: readonly string[]): string {
  const seen = new Set<string>();
  const matcher = placeholderMatcher(placeholders);
  let result = '';
  let end = 0;
  if (matcher) {
    for (const match of code.matchAll(matcher)) {
      const text = match[0];
      const stop = placeholders.indexOf(text) + 1;
      result += escapeText(code.slice(end, match.index));
      result += seen.has(text) ? `\${${stop}}` : `\${${stop}:${escapeDefault(text)}}`;
      seen.add(text);
      end = match.index + text.length;
    }
  }
  return `${result}${escapeText(code.slice(end))}$0`;
}

/** The code of a snippet made by `toSnippetSyntax`, placeholders at their default values. */
export function fromSnippetSyntax(snippet: string): string {
  const defaults = new Map<string, string>();
  const unescape = (text: string) => text.replace(/\\([\\$}])/g, '$1');
  const pieces = /\\[\\$}]|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{(\d+)\}|\$0/g;
  return snippet.replace(pieces, (piece, stop?: string, text?: string, mirror?: string) => {
    if (stop !== undefined) defaults.set(stop, unescape(text ?? ''));
    const number = stop ?? mirror;
    if (number !== undefined) return defaults.get(number) ?? '';
    return piece === '$0' ? '' : unescape(piece);
  });
}

/** Placeholders that do not stand in the code. */
export function missingPlaceholders(code: string, placeholders: readonly string[]): string[] {
  return placeholders.filter((placeholder) => !placeholderMatcher([placeholder])?.test(code));
}

/** The longest placeholder wins where two begin at the same place; one that starts or ends in a word character matches whole words only. */
function placeholderMatcher(placeholders: readonly string[]): RegExp | undefined {
  if (placeholders.length === 0) return undefined;
  const alternatives = [...placeholders]
    .sort((a, b) => b.length - a.length)
    .map((text) => {
      const before = /^\w/.test(text) ? '(?<!\\w)' : '';
      const after = /\w$/.test(text) ? '(?!\\w)' : '';
      return before + text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') + after;
    });
  return new RegExp(alternatives.join('|'), 'g');
}

function escapeText(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

function escapeDefault(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
