import { reservedWords } from './reserved';
import type { ProjectAnswers, ProjectQuestion, ProjectTemplate } from './template';

export interface ProjectFile {
  /** From the project's folder, with forward slashes; never leads out of it. */
  path: string;
  text: string;
}

const longestName = 40;

/** Every question answered with its default: the template as it stands. */
export function defaultAnswers(template: ProjectTemplate): ProjectAnswers {
  return Object.fromEntries(template.questions.map((question) => [question.id, question.default]));
}

/** What is wrong with an answer, as a sentence for the user; undefined when it will do. `answers` are those given so far. */
export function checkAnswer(
  template: ProjectTemplate,
  question: ProjectQuestion,
  value: string,
  answers: ProjectAnswers = {},
): string | undefined {
  if (!new RegExp(`^(?:${question.pattern})$`).test(value)) return question.message;
  if (value.length > longestName) return `At most ${longestName} characters.`;
  if (value === question.default) return sameAsOther(template, question, value, answers);
  if (reservedWords.has(value))
    return `“${value}” is a word of Python or SQL, or the name of a package. Choose another.`;
  if (standsIn(template, value)) return `“${value}” already means something else in this project. Choose another.`;
  return sameAsOther(template, question, value, answers);
}

function sameAsOther(template: ProjectTemplate, question: ProjectQuestion, value: string, answers: ProjectAnswers) {
  const other = template.questions.find(({ id }) => id !== question.id && answers[id] === value);
  return other && `“${value}” is the answer to “${other.ask}” too. Choose another.`;
}

/** The template's files with the user's names in place of the defaults. Throws when an answer or a path will not do. */
export function generateProject(template: ProjectTemplate, answers: ProjectAnswers): ProjectFile[] {
  for (const question of template.questions) {
    const problem = checkAnswer(template, question, answers[question.id] ?? '', answers);
    if (problem) throw new Error(`${question.ask}: ${problem}`);
  }
  const replace = replacer(template.questions.map((question) => [question.default, answers[question.id] ?? '']));
  const files = Object.entries(template.files).map(([path, text]) => ({ path: replace(path), text: replace(text) }));
  for (const { path } of files) checkPath(path);
  if (new Set(files.map(({ path }) => path.toLowerCase())).size < files.length) {
    throw new Error('Two files would have the same path. Choose other names.');
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Replaces each name where it stands by itself or between underscores, hyphens and other signs, longest first:
 * `orders` in `stg_orders`, not in `reorders`; `orders_lakehouse` before the `orders` in it.
 */
function replacer(names: [from: string, to: string][]): (text: string) => string {
  const table = new Map<string, string>();
  for (const [from, to] of names) {
    // A name of one word has the same spelling twice: the first, with underscores, counts.
    for (const [i, form] of forms(from).entries()) if (!table.has(form)) table.set(form, forms(to)[i] ?? to);
  }
  const found = [...table.keys()].sort((a, b) => b.length - a.length).join('|');
  if (found === '') return (text) => text;
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${found})(?![A-Za-z0-9])`, 'g');
  return (text) => text.replace(pattern, (name) => table.get(name) ?? name);
}

/** How one name is spelled: `daily_orders`, `daily-orders`, `DAILY_ORDERS`, `Daily orders`. */
function forms(name: string): string[] {
  const words = name.replaceAll('_', ' ');
  return [name, name.replaceAll('_', '-'), name.toUpperCase(), words.charAt(0).toUpperCase() + words.slice(1)];
}

/** Whether a name stands in the template's code or paths already, other than as one of the names to be replaced. */
function standsIn(template: ProjectTemplate, value: string): boolean {
  const blank = replacer(template.questions.map((question) => [question.default, '']));
  const word = new RegExp(`(?<![A-Za-z0-9_])(?:${forms(value).slice(0, 3).join('|')})(?![A-Za-z0-9_])`);
  return Object.entries(template.files).some(
    ([path, text]) => word.test(blank(path)) || (!path.endsWith('.md') && word.test(blank(text))),
  );
}

/** A path that stays in the folder and that every file system takes. */
function checkPath(path: string): void {
  const parts = path.split('/');
  if (parts.some((part) => !/^[\w.-]+$/.test(part) || part === '..' || part === '.')) {
    throw new Error(`Not a path inside the project: ${path}`);
  }
}
