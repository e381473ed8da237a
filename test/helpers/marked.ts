/**
 * Source text with a caret and the expected range in one line: `x = ⟦df.repar‸tition⟧(8)`.
 * `‸` is the caret, `⟦ ⟧` the range; without a range nothing is expected there.
 */
export interface MarkedText {
  text: string;
  offset: number;
  range: { start: number; end: number } | null;
}

/** Throws on a missing caret or an unpaired mark, so that a typo cannot make a test pass. */
export function readMarked(marked: string): MarkedText {
  const plain: string[] = [];
  let length = 0;
  let offset: number | undefined;
  let start: number | undefined;
  let end: number | undefined;
  for (const character of marked) {
    if (character === '‸') {
      if (offset !== undefined) throw new Error('two carets');
      offset = length;
    } else if (character === '⟦') {
      if (start !== undefined) throw new Error('two ranges');
      start = length;
    } else if (character === '⟧') {
      if (start === undefined || end !== undefined) throw new Error('⟧ without ⟦');
      end = length;
    } else {
      plain.push(character);
      length += character.length;
    }
  }
  if (offset === undefined) throw new Error('no caret ‸');
  if (start !== undefined && end === undefined) throw new Error('⟦ without ⟧');
  const range = start === undefined || end === undefined ? null : { start, end };
  return { text: plain.join(''), offset, range };
}
