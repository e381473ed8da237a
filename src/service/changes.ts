/** The one range in which two texts differ: its start, and its end in either. */
export interface Change {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The one range that differs, found from both ends. */
export function changeBetween(before: string, after: string): Change {
  const shortest = Math.min(before.length, after.length);
  const start = commonLength(shortest, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = commonLength(shortest - start, (from, to) => {
    const [atBefore, atAfter] = [before.length - to, after.length - to];
    return before.slice(atBefore, atBefore + to - from) === after.slice(atAfter, atAfter + to - from);
  });
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

/** Texts of this many characters are compared at once, which costs a fraction of going through them one by one. */
const stretch = 16_384;

/** How many characters are the same from an end on, `most` at the most; `same` compares those between two distances from it. */
function commonLength(most: number, same: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let step = stretch; step >= 1; step >>= 1) {
    while (length + step <= most && same(length, length + step)) length += step;
  }
  return length;
}
