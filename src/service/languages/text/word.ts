import type { ToolMention } from '../language';
import { touches } from './span';

/** A piece of text as its reader understands it, with the way back to where each character stands in the document. */
export interface Word {
  text: string;
  /** Document offset of the character at `index`. */
  at(index: number): number;
}

/** A word that stands in the document as it is. */
export function plainWord(text: string, start: number, end: number): Word {
  return { text: text.slice(start, end), at: (index) => start + index };
}

/** A word that its quoting makes shorter than its source; `offsets` has one entry a character. */
export function mappedWord(text: string, offsets: readonly number[], fallback: number): Word {
  return { text, at: (index) => offsets[index] ?? fallback };
}

/** The mention of a tool by `word.text.slice(from, to)`, if the tool is known and the caret is there. */
export function mentionIn(
  word: Word,
  from: number,
  to: number,
  toolId: string | undefined,
  offset: number,
): ToolMention | null {
  if (toolId === undefined || from >= to) return null;
  const mention = { start: word.at(from), end: word.at(to - 1) + 1, toolId };
  return touches(mention, offset) ? mention : null;
}

/** Whether the caret touches any of the word. */
export function touchesWord(word: Word, offset: number): boolean {
  const length = word.text.length;
  return length > 0 && word.at(0) <= offset && offset <= word.at(length - 1) + 1;
}

/** The rest of a word from `from` on. */
export function restOf(word: Word, from: number): Word {
  return { text: word.text.slice(from), at: (index) => word.at(from + index) };
}
