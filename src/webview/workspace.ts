import type { ToolPage } from '../catalogue/types';
import type { WorkspaceVersion } from '../protocol/page';
import { weaknessMark } from './citations';
import { h, type Child } from './dom';
import { icon } from './icons';
import { dateIn } from './timeline';

/** What the workspace pins of a tool, one line each, with what the page's facts say of that version. Nothing where it pins none. */
export function workspaceVersions(
  page: ToolPage,
  versions: readonly WorkspaceVersion[],
  today: Date,
): HTMLElement | undefined {
  const pinned = versions.filter(({ tool }) => tool === page.id);
  if (pinned.length === 0) return undefined;
  return h(
    'ul',
    { class: 'workspace', 'aria-label': 'In this workspace' },
    ...pinned.map((version) => line(version, page, today)),
  );
}

function line({ version, where }: WorkspaceVersion, page: ToolPage, today: Date): HTMLElement {
  const support = supportOf(version, fact(page, 'Support ends')?.value ?? '', today);
  return h(
    'li',
    { class: support?.ended ? 'ended' : undefined },
    'This workspace: ',
    h('b', {}, version),
    ' in ',
    h('code', {}, where),
    ...release(version, page, today),
    ...(support ? [' · ', h('span', { class: 'glued' }, icon(support.ended ? 'no' : 'yes')), support.sentence] : []),
  );
}

function release(version: string, page: ToolPage, today: Date): Child[] {
  const newest = fact(page, 'Newest release');
  const number = /\d+(\.\d+)+/.exec(newest?.value ?? '')?.[0];
  if (!newest || number === undefined || !isVersion(version)) return [];
  const way = compareVersions(version, number);
  // A pin of its line, or a newer one than was read, is not behind.
  if (way >= 0) return way === 0 ? [' · the newest release'] : [];
  const mark = weaknessMark(newest, today);
  return [' · newest release ', h('b', {}, number), mark && ' ', mark];
}

function fact(page: ToolPage, label: string): ToolPage['facts'][number] | undefined {
  return page.facts.find((one) => one.label === label);
}

interface Support {
  ended: boolean;
  sentence: string;
}

/** A clause of the fact, such as "2.x ended on 2026-04-22" or "4.x: 2028-03-31": line, verb, date. */
const clause = /(?:^|\s)(\d+(?:\.\d+)*)(\.x)?(?: LTS)?(?: (until|ended|ends)\b|:)(.*)$/;

/** What a fact says of the line that a version belongs to; nothing where it does not say it in so many words. */
export function supportOf(version: string, text: string, today: Date): Support | undefined {
  if (!isVersion(version)) return undefined;
  const found = text.split(/[;,]/).flatMap((part) => {
    const [, number, , verb, rest] = clause.exec(part) ?? [];
    const date = dateIn(rest ?? '');
    return number !== undefined && date !== undefined && isOf(version, number) ? [{ number, verb, date }] : [];
  });
  const [closest] = found.sort((a, b) => b.number.length - a.number.length);
  if (!closest) return undefined;
  const { verb, date } = closest;
  // A month or a year counts to its end.
  const ended = verb === 'ended' || date < today.toISOString().slice(0, date.length);
  return { ended, sentence: ended ? `support ended ${date}` : `supported until ${date}` };
}

function isVersion(version: string): boolean {
  return /^\d+(\.\d+)*$/.test(version);
}

function isOf(version: string, line: string): boolean {
  return version === line || version.startsWith(`${line}.`);
}

/** As far as both go: a pin of "3.5" is the same as 3.5.2. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.min(left.length, right.length); at++)
    if (left[at] !== right[at]) return left[at]! - right[at]!;
  return 0;
}
