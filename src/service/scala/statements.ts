import { tokenKind } from './scanner';
import type { ScalaTokens } from './tokens';

const keywords = new Set(
  `abstract case catch class def do else enum export extends false final finally for given if implicit import lazy match
  new null object override package private protected return sealed super then this throw trait true try type val var
  while with yield`.split(/\s+/),
);

/** Words behind which a statement goes on, on the next line too. */
const needsMore = new Set(
  'case catch class def do else extends finally for if import match new object package throw try type val var while with yield then'.split(
    ' ',
  ),
);
/** Words that cannot begin a statement. */
const continues = new Set('catch else extends finally match with yield then'.split(' '));

export function isKeyword(tokens: ScalaTokens, index: number): boolean {
  return tokens.kind(index) === tokenKind.name && keywords.has(tokens.word(index));
}

/** A name that is no keyword. */
export function isName(tokens: ScalaTokens, index: number): boolean {
  const kind = tokens.kind(index);
  return (
    kind === tokenKind.quotedName ||
    kind === tokenKind.hole ||
    (kind === tokenKind.name && !keywords.has(tokens.word(index)))
  );
}

/** Whether a statement ends between a token and the next one, at a level where line ends count. */
export function endsBefore(tokens: ScalaTokens, index: number): boolean {
  if (tokens.is(index, ';')) return true;
  return tokens.isOnNewLine(index) && canEnd(tokens, index - 1) && canBegin(tokens, index);
}

function canEnd(tokens: ScalaTokens, index: number): boolean {
  const kind = tokens.kind(index);
  if (kind === tokenKind.punctuation || kind === tokenKind.open || kind === tokenKind.operator) return false;
  return kind !== tokenKind.name || !needsMore.has(tokens.word(index));
}

function canBegin(tokens: ScalaTokens, index: number): boolean {
  const kind = tokens.kind(index);
  if (kind === tokenKind.punctuation || kind === tokenKind.close) return false;
  if (kind === tokenKind.operator) return tokens.is(index, '@');
  // a brace on a line of its own is the body of what stands before it
  if (tokens.is(index, '{')) return false;
  return kind !== tokenKind.name || !continues.has(tokens.word(index));
}

/** The token behind what stands at an index: behind its partner, if it opens something. */
export function behind(tokens: ScalaTokens, index: number): number {
  const partner = tokens.partner(index);
  return (partner > index ? partner : index) + 1;
}

/** The token before what stands at an index: before its partner, if it closes something. */
export function ahead(tokens: ScalaTokens, index: number): number {
  const partner = tokens.partner(index);
  return (partner >= 0 && partner < index ? partner : index) - 1;
}

/** Whether the token is an opening bracket or begins a string with holes. */
export function opens(tokens: ScalaTokens, index: number): boolean {
  const kind = tokens.kind(index);
  return kind === tokenKind.open || kind === tokenKind.stringStart || kind === tokenKind.holeOpen;
}

export function closes(tokens: ScalaTokens, index: number): boolean {
  const kind = tokens.kind(index);
  return kind === tokenKind.close || kind === tokenKind.stringEnd || kind === tokenKind.holeClose;
}

/** Where the statement that begins at a token ends (exclusive), within its level that ends at `end`. */
export function statementEnd(tokens: ScalaTokens, start: number, end: number): number {
  let at = behind(tokens, start);
  while (at < end && !endsBefore(tokens, at)) at = behind(tokens, at);
  return Math.min(at, end);
}
