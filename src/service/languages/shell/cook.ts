import type { Span } from '../text/span';
import { mappedWord, type Word } from '../text/word';
import { filler } from './reader';

/** Longest word that is read; what follows is data. */
const longest = 4096;

/** A shell word as the command gets it: without quotes, escapes and fillers; variables stay as they are written. */
export function cookWord(script: Word, span: Span): Word {
  const offsets: number[] = [];
  let text = '';
  let quote = '';
  const end = Math.min(span.end, span.start + longest);
  for (let at = span.start; at < end; at++) {
    const character = script.text.charAt(at);
    if (character === filler) continue;
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else {
      if (character === '\\' && quote !== "'") at = escaped(script.text, at);
      const kept = script.text.charAt(at);
      if (kept === '' || kept === '\n' || kept === '\r') continue;
      text += kept;
      offsets.push(script.at(at));
    }
  }
  return mappedWord(text, offsets, script.at(span.end));
}

/** Where the character stands that a backslash escapes. */
function escaped(text: string, backslash: number): number {
  let next = backslash + 1;
  while (text.charAt(next) === filler) next++;
  return text.charAt(next) === '\r' && text.charAt(next + 1) === '\n' ? next + 1 : next;
}
