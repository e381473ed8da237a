// @ts-check

/**
 * So many of them, drawn at random, the same ones every time.
 * @template T @param {readonly T[]} all @param {number} count @returns {T[]}
 */
export function sample(all, count) {
  let state = 20261130;
  const drawn = all.map((one) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { one, at: state };
  });
  return drawn
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}
