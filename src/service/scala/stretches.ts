import { readDefinitions, type Level } from './levels';
import { behind, closes, endsBefore, opens } from './statements';
import type { ScalaTokens, TokenChange } from './tokens';

/** Statements of one level, one after the other, by the tokens where they begin and where the next ones do. */
export interface Stretch {
  start: number;
  end: number;
  /** What of their names is kept: that a stretch does not bind a name is sure, that it does is not. */
  names: ReadonlySet<number>;
  /** There is no `case` and no arrow, and all brackets close: whoever stands behind it need not look into it. */
  isPlain: boolean;
}

/** Tokens of a level that are read in one go. */
const size = 512;
/** How many tokens beyond its end a definition may look at before it is known what it binds. */
const margin = 8;

/**
 * Stretches of statements that were read, for as long as nothing changes in them. They are kept by where they begin, at
 * whatever level: what a stretch binds depends on nothing else than its tokens and their partners.
 */
export class Stretches {
  readonly #tokens: ScalaTokens;
  readonly #byStart = new Map<number, Stretch>();
  readonly #byEnd = new Map<number, Stretch>();

  constructor(tokens: ScalaTokens) {
    this.#tokens = tokens;
  }

  /** Those that hold in changed tokens too. `parted`: brackets outside of the change that have another partner than before. */
  updated(tokens: ScalaTokens, { from, oldTo, newTo }: TokenChange, parted: Int32Array): Stretches {
    const kept = new Stretches(tokens);
    const moved = newTo - oldTo;
    for (const stretch of this.#byStart.values()) {
      const isBehind = stretch.start > oldTo;
      if (!isBehind && stretch.end + margin > from) continue;
      const [start, end] = isBehind ? [stretch.start + moved, stretch.end + moved] : [stretch.start, stretch.end];
      if (!holdsOneOf(parted, start - 1, end + margin)) kept.#keep({ ...stretch, start, end });
    }
    return kept;
  }

  /** The stretch that begins at a token, no longer than to the end of its level. */
  at(start: number, levelEnd: number): Stretch {
    const known = this.#byStart.get(start);
    if (known && known.end <= levelEnd) return known;
    const stretch = this.#read(start, levelEnd);
    if (stretch.end < levelEnd) this.#keep(stretch);
    return stretch;
  }

  /** Where the tokens end in front of `end` that hold nothing for whoever stands behind them. */
  skipBack(end: number): number {
    let at = end;
    for (let stretch = this.#byEnd.get(at); stretch?.isPlain; stretch = this.#byEnd.get(at)) at = stretch.start;
    return at;
  }

  #keep(stretch: Stretch): void {
    this.#byStart.set(stretch.start, stretch);
    this.#byEnd.set(stretch.end, stretch);
  }

  #read(start: number, levelEnd: number): Stretch {
    const tokens = this.#tokens;
    let [isPlain, end] = [true, start];
    for (let count = 0; end < levelEnd; end = behind(tokens, end)) {
      if (++count > size && endsBefore(tokens, end)) break;
      if (isLandmark(tokens, end)) isPlain = false;
    }
    const level: Level = { bindings: new Map(), wildcards: [] };
    readDefinitions(tokens, start, end, levelEnd, level);
    const names = new Set([...level.bindings.keys()].map(keyOf));
    if (level.wildcards.length > 0) names.add(keyOf(wildcard));
    return { start, end, names, isPlain };
  }
}

/** Stands for what `import x._` brings. */
export const wildcard = '*';

/** A number for a name, since a piece of a text would keep all of the text. */
export function keyOf(name: string): number {
  let key = 7;
  for (let index = 0; index < name.length; index++) key = (Math.imul(key, 31) + name.charCodeAt(index)) & 0x3fffffff;
  return key;
}

function isLandmark(tokens: ScalaTokens, at: number): boolean {
  if (tokens.is(at, '=>')) return true;
  if (tokens.is(at, 'case')) return !isTemplateCase(tokens, at);
  // a bracket that is open at the end, or was so at the beginning
  return opens(tokens, at) ? tokens.partner(at) < 0 : closes(tokens, at) && tokens.partner(at) >= 0;
}

/** `case class`, which begins no clause. */
export function isTemplateCase(tokens: ScalaTokens, at: number): boolean {
  return tokens.is(at + 1, 'class') || tokens.is(at + 1, 'object');
}

/** Whether one of these numbers, which are in their order, stands between two. */
function holdsOneOf(numbers: Int32Array, from: number, to: number): boolean {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && numbers[low]! < to;
}
