import { kindMask, tokenKind } from './scanner';
import type { Columns, TokenChange } from './tokens';

/** A bracket that closes nothing, and one that may close something in front of where pairing began. */
const [nothing, unknown] = [-1, -2];

/** Brackets by pairs. A bracket that nobody closed ends with the braces around it and has no partner. */
export function partnersOf(text: string, columns: Columns): Int32Array {
  const partners = new Int32Array(columns.count).fill(-1);
  pair(text, columns, 0, columns.count, partners);
  return partners;
}

/** The pairs of a list of tokens. */
export interface Pairs {
  partners: Int32Array;
  columns: Columns;
}

/**
 * The pairs after a change. Where it opens and closes for itself alone, as what stood there before it did, the brackets
 * around it keep their partners. `parted`: those outside of the change that have others than before, in their order.
 */
export function updatedPartners(
  old: Pairs,
  change: TokenChange,
  text: string,
  columns: Columns,
): { partners: Int32Array; parted: Int32Array } {
  const partners = moved(old.partners, change, columns.count);
  if (isWhole(old, change) && pair(text, columns, change.from, change.newTo, partners))
    return { partners, parted: new Int32Array(0) };
  const anew = partnersOf(text, columns);
  return { partners: anew, parted: differences(moved(old.partners, change, columns.count), anew, change) };
}

/** The old pairs by their new numbers; where the change is, there are none. */
function moved(old: Int32Array, { from, oldTo, newTo }: TokenChange, count: number): Int32Array {
  const partners = new Int32Array(count);
  partners.set(old.subarray(0, from));
  partners.fill(-1, from, newTo);
  partners.set(old.subarray(oldTo), newTo);
  const step = newTo - oldTo;
  if (step !== 0) for (let index = 0; index < count; index++) if (partners[index]! >= oldTo) partners[index]! += step;
  return partners;
}

/** Whether all brackets that stood in the place of a change had their partners there. */
function isWhole({ partners, columns }: Pairs, { from, oldTo }: TokenChange): boolean {
  for (let index = from; index < oldTo; index++) {
    const partner = partners[index]!;
    if (partner >= 0 ? partner < from || partner >= oldTo : opens(columns.kinds[index]! & kindMask)) return false;
  }
  return true;
}

function differences(before: Int32Array, after: Int32Array, { from, newTo }: TokenChange): Int32Array {
  const found: number[] = [];
  for (let index = 0; index < after.length; index++) {
    if (before[index] !== after[index] && (index < from || index >= newTo)) found.push(index);
  }
  return Int32Array.from(found);
}

function opens(kind: number): boolean {
  return kind === tokenKind.open || kind === tokenKind.stringStart || kind === tokenKind.holeOpen;
}

/** Pairs the brackets of a stretch; whether none of them reaches out of it, so that what stands around may stay. */
function pair(text: string, { starts, kinds }: Columns, from: number, to: number, partners: Int32Array): boolean {
  const open: number[] = [];
  let isWhole = true;
  for (let index = from; index < to; index++) {
    const kind = kinds[index]! & kindMask;
    if (kind < tokenKind.open || kind === tokenKind.punctuation) continue;
    if (opens(kind)) open.push(index);
    else if (kind === tokenKind.close || kind === tokenKind.stringEnd || kind === tokenKind.holeClose) {
      const code = kind === tokenKind.close ? text.charCodeAt(starts[index]!) : 0;
      const at = openerOf(open, kind, code, text, starts, kinds);
      if (at === unknown) isWhole = false;
      if (at < 0) continue;
      partners[open[at]!] = index;
      partners[index] = open[at]!;
      open.length = at;
    }
  }
  return isWhole && open.length === 0;
}

/** Where among the open brackets the one stands that a token closes. */
function openerOf(
  open: readonly number[],
  kind: number,
  code: number,
  text: string,
  starts: Int32Array,
  kinds: Uint8Array,
): number {
  const brace = 125;
  for (let at = open.length - 1; at >= 0; at--) {
    const opened = kinds[open[at]!]! & kindMask;
    if (opened === tokenKind.open) {
      const character = text.charCodeAt(starts[open[at]!]!);
      // `()` are neighbours, `[]` and `{}` have one character between them
      if (kind === tokenKind.close && (code === 41 ? character === 40 : character === code - 2)) return at;
      // a round or square bracket closes nothing outside of the braces in which it stands
      if (kind === tokenKind.close && code !== brace && character === 123) return nothing;
    } else if (
      kind === tokenKind.stringEnd
        ? opened === tokenKind.stringStart
        : opened === tokenKind.holeOpen && kind === tokenKind.holeClose
    )
      return at;
    else if (kind === tokenKind.close && code !== brace) return nothing;
  }
  return unknown;
}
