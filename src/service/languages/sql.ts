import type { Names } from '../names';
import { configurationReference } from './configuration';
import type { CompletionPlace } from './completionPlace';
import { configurationPlace } from './configurationPlace';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import type { ApiReference } from './apiReference';
import { dbtCallPlace } from './jinja/call';
import { dbtJinjaReference, dbtNameAt } from './jinja/dbt';
import type { InnerMention } from './inner';
import { dbtJinjaPlace } from './jinja/dbtPlace';
import { sqlCallAt } from '../apiHover/sqlFunction';
import { dbtCall, isDbt, withoutJinja } from './sql/jinja';
import { tableSpotAt } from './sql/tableClause';
import { sqlPlaceIn } from './sql/tablePlace';
import { tableFormat } from './sql/using';
import { sqlComment } from './text/comments';

/** SQL: what dbt puts into it in Jinja, and the format after `USING`. The rest of SQL names no tool. */
export const sql = statelessLanguage(sqlMention, sqlComment, sqlReference, {
  findInner: sqlInner,
  findPlace: sqlPlace,
  findCall: (text, offset, path) => (isDbt(text, path) ? dbtCallPlace(text, offset, path) : null),
});

export function sqlMention(text: string, offset: number, names: Names, path = ''): ToolMention | null {
  return dbtCall(text, offset, names, path) ?? tableFormat(text, offset, names);
}

const configuration = configurationReference('sql', sqlComment);

const keys = configurationPlace('sql', sqlComment);

function sqlPlace(text: string, offset: number, path: string, trigger?: string): CompletionPlace | null {
  const table = trigger === ' ' ? null : tablePlace(text, offset);
  if (table) return table;
  // most spaces stand between words of SQL
  if (trigger === ' ' && !/\{[{%][^{}]*$/.test(text.slice(Math.max(0, offset - 200), offset))) return null;
  if (!isDbt(text, path)) return keys(text, offset, path, trigger);
  return dbtJinjaPlace(text, offset, path) ?? keys(text, offset, path, trigger);
}

function tablePlace(text: string, offset: number): CompletionPlace | null {
  if (!/\busing\s/i.test(text.slice(Math.max(0, offset - 8192), offset)) || sqlComment(text, offset)) return null;
  const place = sqlPlaceIn(withoutJinja(text.slice(0, offset)), offset);
  const rest = /^[\w.]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  return place && { ...place, end: offset + rest, sparkSql: true };
}

function sqlReference(text: string, offset: number, path: string): ApiReference | null {
  const found = dbtJinjaReference(text, offset, path);
  if (found) return isDbt(text, path) ? found : null;
  return configuration(text, offset, path);
}

/** Longest file in which functions are looked for. */
const longest = 64 * 1024;

function sqlInner(text: string, offset: number): InnerMention | null {
  const named = dbtNameAt(text, offset);
  if (named) return named;
  if (text.length > longest) return null;
  const plain = withoutJinja(text);
  const call = sqlCallAt(plain, offset);
  if (call) return { ...call, kind: 'sqlCall' };
  const spot = tableSpotAt(plain, offset);
  return spot && { start: spot.start, end: spot.end, kind: 'sqlTable', spot };
}
