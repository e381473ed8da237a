// @ts-check
// The figures, as a table.

/**
 * @typedef {import('./positions.mjs').Kind} Kind
 * @typedef {import('./score.mjs').Verdict} Verdict
 * @typedef {Record<Verdict, number>} Counts
 */

const kinds = /** @type {Kind[]} */ (['import', 'name', 'attribute', 'keyword']);

export class Table {
  /** @type {Map<string, Counts>} */
  #counts = new Map();

  /** @param {'Spark' | 'Airflow'} tool @param {Kind} kind @param {Verdict | null} verdict */
  add(tool, kind, verdict) {
    if (verdict === null) return;
    for (const key of [`${tool} ${kind}`, `${tool} all`, `all ${kind}`, 'all all']) this.#of(key)[verdict]++;
  }

  /** @param {string} key */
  #of(key) {
    let counts = this.#counts.get(key);
    if (!counts) {
      counts = { right: 0, missed: 0, other: 0, needless: 0, guessed: 0, outside: 0 };
      this.#counts.set(key, counts);
    }
    return counts;
  }

  markdown() {
    const heads = [
      '',
      'on symbols',
      'right',
      'missed',
      'recall',
      'another symbol',
      'none to give',
      'wrong',
      'pyright knows nothing',
      'not in the inventory',
    ];
    const rows = ['Spark', 'Airflow', 'all'].flatMap((tool) => [...kinds, 'all'].map((kind) => this.#row(tool, kind)));
    return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }

  /** @param {string} tool @param {string} kind */
  #row(tool, kind) {
    const { right, missed, other, needless, guessed, outside } = this.#of(`${tool} ${kind}`);
    const known = right + missed + other;
    const wrong = other + needless;
    return [
      `${tool} ${kind}`, known, right, missed, share(right, known), other, needless,
      share(wrong, right + wrong), guessed, outside,
    ]; // prettier-ignore
  }
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}
