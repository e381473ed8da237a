import type { Candidate } from './item';

/** More items than this are no list that a person reads: then what is typed narrows it. */
const mostItems = 300;

/** Whether a name holds what is typed, in whatever case. */
function mayMatch(name: string, typed: string): boolean {
  return name.toLowerCase().includes(typed.toLowerCase());
}

export interface Narrowed {
  candidates: Candidate[];
  /** Some were left out that more typing may bring. */
  isIncomplete: boolean;
}

/** The candidates of a place, each label once, sorted; of a long list what holds the typed text, the first of it. */
export function narrow(all: readonly Candidate[], typed: string, taken: ReadonlySet<string>): Narrowed {
  const byLabel = new Map<string, Candidate>();
  for (const candidate of all) {
    if (!taken.has(candidate.label) && !byLabel.has(candidate.label)) byLabel.set(candidate.label, candidate);
  }
  const distinct = [...byLabel.values()];
  if (distinct.length <= mostItems) return { candidates: distinct, isIncomplete: false };
  const fitting = distinct.filter(({ label }) => mayMatch(label, typed));
  if (fitting.length <= mostItems) return { candidates: fitting, isIncomplete: false };
  const wanted = typed.toLowerCase();
  const ordered = fitting.map((candidate) => {
    const starts = candidate.label.toLowerCase().startsWith(wanted);
    return { candidate, order: (starts ? 0 : 10) + candidate.rank };
  });
  ordered.sort((a, b) => a.order - b.order || (a.candidate.label < b.candidate.label ? -1 : 1));
  const first = ordered.slice(0, mostItems).map(({ candidate }) => candidate);
  return { candidates: first, isIncomplete: true };
}
