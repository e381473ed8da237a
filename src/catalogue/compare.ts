import type {
  ComparisonCell,
  ComparisonPage,
  ComparisonQuestion,
  ComparisonSubject,
  ComparisonTable,
  Fact,
  Reference,
  Sourced,
  ToolPage,
} from './types';

export const fewestCompared = 2;
export const mostCompared = 6;

/** The id of the comparison of these tools, in this order; `toolsInId` takes it apart again. */
export function comparisonId(tools: readonly string[]): string {
  return tools.join('+');
}

/** The tools of an id made by `comparisonId`, or null for the id of a table that somebody wrote. */
export function toolsInId(id: string): string[] | null {
  return id.includes('+') ? [...new Set(id.split('+'))] : null;
}

/**
 * Two to six tools side by side: their facts, then the questions of every table that holds at least two of them.
 * Sources are those of the pages that the cells come from, numbered anew.
 */
export function compareTools(tools: readonly ToolPage[], tables: readonly ComparisonTable[]): ComparisonPage {
  const sources = new Sources();
  const names = tools.map((tool) => tool.title);
  const title = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  const id = comparisonId(tools.map((tool) => tool.id));
  const subjects = tools.map((tool): ComparisonSubject => ({ id: tool.id, name: tool.title, tool: tool.id }));
  const questions = [
    ...factQuestions(tools, sources),
    ...tables.flatMap((table) => tableQuestions(table, tools, sources)),
  ];
  const table: ComparisonTable = {
    id,
    title,
    question: 'How do they differ?',
    subjectsAs: 'columns',
    subjectLabel: 'Question',
    subjects,
    questions,
    references: sources.list,
  };
  return {
    kind: 'comparison',
    id,
    title,
    summary: 'Put together from the facts of their pages and from every table that holds at least two of them.',
    blocks: [],
    headings: [],
    references: sources.list,
    related: [
      ...tables.map((one) => ({ kind: 'comparison', id: one.id, title: one.title }) as const),
      ...tools.map((tool) => ({ kind: 'tool', id: tool.id, title: tool.title }) as const),
    ],
    table,
  };
}

function factQuestions(tools: readonly ToolPage[], sources: Sources): ComparisonQuestion[] {
  const kind: ComparisonQuestion = {
    id: 'kind',
    ask: 'What it is',
    group: 'Facts',
    cells: Object.fromEntries(tools.map((tool) => [tool.id, { value: tool.toolKind, references: [] }])),
  };
  const labels = [...new Set(tools.flatMap((tool) => tool.facts.map((fact) => fact.label)))];
  return [kind, ...labels.map((label) => factQuestion(label, tools, sources))];
}

function factQuestion(label: string, tools: readonly ToolPage[], sources: Sources): ComparisonQuestion {
  const cells = tools.flatMap((tool): [string, ComparisonCell][] => {
    const fact: Fact | undefined = tool.facts.find((one) => one.label === label);
    if (!fact) return [];
    const { label: _, ...cell } = fact;
    return [[tool.id, sources.renumber(cell, tool.references)]];
  });
  return {
    id: `fact-${label.toLowerCase().replace(/\W+/g, '-')}`,
    ask: label,
    group: 'Facts',
    cells: Object.fromEntries(cells),
  };
}

function tableQuestions(table: ComparisonTable, tools: readonly ToolPage[], sources: Sources): ComparisonQuestion[] {
  const subjects = tools.flatMap((tool) => {
    const subject = table.subjects.find((one) => one.tool === tool.id);
    return subject ? [{ tool: tool.id, subject: subject.id }] : [];
  });
  if (subjects.length < fewestCompared) return [];
  return table.questions.map((question) => ({
    id: `${table.id}-${question.id}`,
    ask: question.ask,
    group: table.title,
    cells: Object.fromEntries(
      subjects.flatMap(({ tool, subject }): [string, ComparisonCell][] => {
        const cell = question.cells[subject];
        return cell ? [[tool, sources.renumber(cell, table.references)]] : [];
      }),
    ),
  }));
}

/** References of several pages in one list, each address once. */
class Sources {
  readonly list: Reference[] = [];
  readonly #numbers = new Map<string, number>();

  /** The same claim with its references numbered in this list. */
  renumber<T extends Sourced>(claim: T, references: readonly Reference[]): T {
    return { ...claim, references: claim.references.flatMap((number) => this.#number(references[number - 1])) };
  }

  #number(reference: Reference | undefined): number[] {
    if (!reference) return [];
    let number = this.#numbers.get(reference.url);
    if (number === undefined) {
      number = this.list.push(reference);
      this.#numbers.set(reference.url, number);
    }
    return [number];
  }
}
