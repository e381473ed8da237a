import type { Names } from '../../names';
import type { ToolMention } from '../language';
import type { Span } from '../text/span';
import type { Word } from '../text/word';
import { commandMention } from './command';
import { cookWord } from './cook';
import { shellPlaceAt, type ShellPlace } from './scan';

/** The tool's name under the caret in a script that stands in other text. */
export function scriptMention(script: Word, offset: number, names: Names): ToolMention | null {
  const place = placeIn(script, offset);
  if (!place || place.words.length === 0) return null;
  const words = place.words.map((span) => cookWord(script, span)).filter((word) => word.text !== '');
  return argumentsMention(words, offset, names);
}

/** The tool's name under the caret in a command that is given word by word, as in `["airflow", "scheduler"]`. */
export function argumentsMention(words: readonly Word[], offset: number, names: Names): ToolMention | null {
  return commandMention(words, offset, names, (script) => scriptMention(script, offset, names));
}

/** The comment under the caret in such a script. */
export function scriptComment(script: Word, offset: number): Span | null {
  const comment = placeIn(script, offset)?.comment;
  return comment ? { start: script.at(comment.start), end: script.at(comment.end - 1) + 1 } : null;
}

function placeIn(script: Word, offset: number): ShellPlace | null {
  const index = indexOf(script, offset);
  return index === null ? null : shellPlaceAt(script.text, 0, script.text.length, index);
}

/** The place in the script of a document offset; both grow together, so halving finds it. */
function indexOf(script: Word, offset: number): number | null {
  const length = script.text.length;
  if (length === 0 || offset < script.at(0) || offset > script.at(length - 1) + 1) return null;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (script.at(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
