import type { Names } from '../names';
import { configurationReference } from './configuration';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import type { ApiReference } from './apiReference';
import { dbtJinjaReference, dbtNameAt } from './jinja/dbt';
import type { InnerMention } from './inner';
import { sqlCallAt } from '../apiHover/sqlFunction';
import { dbtCall, isDbt, withoutJinja } from './sql/jinja';
import { tableFormat } from './sql/using';
import { sqlComment } from './text/comments';

/** SQL: what dbt puts into it in Jinja, and the format after `USING`. The rest of SQL names no tool. */
export const sql = statelessLanguage(sqlMention, sqlComment, sqlReference, sqlInner);

export function sqlMention(text: string, offset: number, names: Names, path = ''): ToolMention | null {
  return dbtCall(text, offset, names, path) ?? tableFormat(text, offset, names);
}

const configuration = configurationReference('sql', sqlComment);

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
  const call = sqlCallAt(withoutJinja(text), offset);
  return call && { ...call, kind: 'sqlCall' };
}
