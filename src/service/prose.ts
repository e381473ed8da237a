import type { ToolMention } from './languages/language';
import type { Names } from './names';
import type { NameTable } from '../catalogue/types';

/** Longer than any name in prose. */
const longestName = 60;
const wordCharacter = /[\p{L}\p{N}_]/u;

/**
 * The tool whose name stands at an offset of running text. Names that could mean something else count only
 * for the tools in `context`, which the same file names in another way too.
 */
export function proseMention(
  text: string,
  offset: number,
  names: Names,
  context: (toolId: string) => boolean,
): ToolMention | null {
  const window = text.slice(Math.max(0, offset - longestName), offset + longestName);
  const base = Math.max(0, offset - longestName);
  let best: ToolMention | null = null;
  for (const start of wordStarts(window, offset - base)) {
    const found = nameAt(window, start, offset - base, names, context);
    if (!found) continue;
    if (!best || found.length > best.end - best.start) {
      best = { start: base + start, end: base + start + found.length, toolId: found.toolId };
    }
  }
  return best;
}

/** How much of a text is searched for names. */
const headLength = 200_000;

/** Whether running text names a tool without doubt. Bounded: looks at its beginning alone. */
export function isNamedIn(text: string, toolId: string, names: Names): boolean {
  const head = text.slice(0, headLength);
  return names.namesOf('prose', toolId).some((name) => {
    for (let at = head.indexOf(name); at >= 0; at = head.indexOf(name, at + 1)) {
      if (isWhole(head, at, name.length)) return true;
    }
    return false;
  });
}

function* wordStarts(text: string, upTo: number): Iterable<number> {
  for (let at = 0; at <= upTo && at < text.length; at++) {
    if (wordCharacter.test(text[at] ?? '') && !wordCharacter.test(text[at - 1] ?? ' ')) yield at;
  }
}

/** The longest name that begins at `start` and reaches up to `end`: what asks for the context may take long. */
function nameAt(text: string, start: number, end: number, names: Names, context: (toolId: string) => boolean) {
  let best: { toolId: string; length: number } | null = null;
  for (const table of ['prose', 'proseInContext'] satisfies NameTable[]) {
    for (const [name, toolId] of names.startingWith(table, text[start] ?? '')) {
      if (start + name.length < end || (best && name.length <= best.length)) continue;
      if (!text.startsWith(name, start) || !isWhole(text, start, name.length)) continue;
      if (table === 'prose' || context(toolId)) best = { toolId, length: name.length };
    }
  }
  return best;
}

/** Bounded by something that is no part of a word, a path, a domain or a compound: `Snowflake-like` is not Snowflake. */
function isWhole(text: string, start: number, length: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[start + length] ?? ' ';
  if (wordCharacter.test(before) || wordCharacter.test(after)) return false;
  if ('-./\\@#$'.includes(before)) return false;
  const next = text[start + length + 1] ?? ' ';
  return !('-./\\@('.includes(after) && wordCharacter.test(next));
}
