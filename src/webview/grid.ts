import type { ComparisonCell, ComparisonQuestion, ComparisonTable } from '../catalogue/types';

/** A comparison as it is drawn: subjects as columns or as rows, whichever way the table reads. */
export interface Grid {
  corner: string;
  columns: Head[];
  rows: Row[];
}

export interface Head {
  /** Id of the subject or question. */
  key: string;
  label: string;
  /** Id of the tool whose page it leads to. */
  tool?: string;
}

export interface Row {
  head: Head;
  /** Rows of one group stand together under its name. */
  group?: string | undefined;
  /** One a column; nothing where the question does not apply. */
  cells: (ComparisonCell | undefined)[];
}

export function toGrid(table: ComparisonTable): Grid {
  const subjects = table.subjects.map((subject) => ({ key: subject.id, label: subject.name, tool: subject.tool }));
  const questions = table.questions.map((question) => ({ key: question.id, label: question.ask }));
  const cell = (subject: number, question: number): ComparisonCell | undefined =>
    cellOf(table.questions[question]!, table.subjects[subject]!.id);
  if (table.subjectsAs === 'rows') {
    const rows = subjects.map((head, subject) => ({ head, cells: questions.map((_, at) => cell(subject, at)) }));
    return { corner: table.subjectLabel, columns: questions, rows };
  }
  const rows = questions.map((head, question) => ({
    head,
    group: table.questions[question]!.group,
    cells: subjects.map((_, at) => cell(at, question)),
  }));
  return { corner: table.subjectLabel, columns: subjects, rows };
}

function cellOf({ cells }: ComparisonQuestion, subject: string): ComparisonCell | undefined {
  return Object.hasOwn(cells, subject) ? cells[subject] : undefined;
}

/** The questions, by their place in the table, to which every subject has the same answer. */
export function sameAnswers(table: ComparisonTable): Set<number> {
  const same = new Set<number>();
  for (const [at, question] of table.questions.entries()) {
    const answers = table.subjects.map(({ id }) => cellOf(question, id)?.value.trim().toLowerCase());
    if (new Set(answers).size === 1) same.add(at);
  }
  return same;
}

const number = /^[<>≤≥~≈±]?\s?-?[\d.,]+\s?(%|[A-Za-zµ]{1,3})?$/;

/** Whether a column holds numbers alone: those align right. */
export function isNumeric(grid: Grid, column: number): boolean {
  const values = grid.rows.map((row) => row.cells[column]?.value).filter((value) => value !== undefined);
  return values.length > 0 && values.every((value) => number.test(value));
}

/** The number that a cell holds, or nothing where it holds words. */
export function numberIn(value: string): number | undefined {
  const digits = number.test(value) ? Number(value.replace(/[^\d.-]/g, '')) : Number.NaN;
  return Number.isNaN(digits) ? undefined : digits;
}

/** The part of a grid that is on show: rows and columns by their places, in order. */
export function select(grid: Grid, rows: number[], columns: number[]): Grid {
  return {
    corner: grid.corner,
    columns: columns.map((at) => grid.columns[at]!),
    rows: rows.map((at) => {
      const row = grid.rows[at]!;
      return { ...row, cells: columns.map((column) => row.cells[column]) };
    }),
  };
}
