import type { DbtNode, DbtResource, DbtSource, FoundFile } from '../dbt/find';
import type { DbtTest } from '../dbt/genericTests';
import { code, escapeMarkdown } from '../markdown';

/** Longest description that is shown, in characters. */
const longest = 240;

/** A resource of the reader's own project in at most four lines. All of its words are the project's, so all are escaped. */
export function renderDbtResource(resource: DbtResource): string {
  const lines = linesOf(resource);
  return lines.filter((line) => line !== '').join('\n\n');
}

function linesOf(resource: DbtResource): string[] {
  if (resource.kind === 'source') return sourceLines(resource);
  if (resource.kind === 'project') return [`**${plain(resource.name)}** · project`, path(resource.file)];
  return resource.kind === 'test' ? testLines(resource) : nodeLines(resource);
}

/** A generic test of the project, or one of its arguments. */
function testLines({ name, signature, description, file, properties, argument }: DbtTest): string[] {
  const places = [path(file), ...(properties ? [`properties in ${path(properties)}`] : [])].join(' · ');
  if (argument) return [`${code(short(argument.written))} of ${code(name)}`, plain(argument.description ?? ''), places];
  const given = code(short(`${name}(${signature.join(', ')})`));
  return [`**${plain(name)}** · generic test`, plain(description ?? ''), given, places];
}

function nodeLines({ kind, name, version, latest, description, materialized, file, properties }: DbtNode): string[] {
  const isLatest = version === latest ? ', the latest' : ` (latest: ${plain(latest ?? '')})`;
  const facts = [
    kind,
    ...(version === undefined ? [] : [`version ${plain(version)}${isLatest}`]),
    ...(materialized === undefined ? [] : [`materialized as ${code(short(materialized))}`]),
  ];
  const places = [...(file ? [path(file)] : []), ...(properties ? [`properties in ${path(properties)}`] : [])];
  return [`**${plain(name)}** · ${facts.join(' · ')}`, plain(description ?? ''), places.join(' · ')];
}

function sourceLines({ source, table, description, loadedAt, warnAfter, errorAfter, properties }: DbtSource): string[] {
  const name = table === undefined ? plain(source) : `${plain(source)}.${plain(table)}`;
  const limits = [
    ...(warnAfter === undefined ? [] : [`warns after ${plain(warnAfter)}`]),
    ...(errorAfter === undefined ? [] : [`fails after ${plain(errorAfter)}`]),
  ];
  const facts = [
    ...(loadedAt === undefined ? [] : [`loaded at ${code(short(loadedAt))}`]),
    ...(limits.length === 0 ? [] : [`freshness ${limits.join(', ')}`]),
  ];
  return [
    `**${name}** · ${table === undefined ? 'source' : 'table of a source'}`,
    plain(description ?? ''),
    facts.join(' · '),
    path(properties),
  ];
}

/** A text of the project's that means itself in Markdown, on one line, and cannot be followed as a link. */
function plain(text: string): string {
  // a word joiner keeps an address from becoming a link by itself
  return escapeMarkdown(short(text)).replace(/:\/\/|@/g, (found) => `${found}\u2060`);
}

function path(file: FoundFile): string {
  return code(visible(file.path));
}

/** Without control characters, and without those that change the order in which others are read. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function short(text: string): string {
  const line = visible(text);
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
