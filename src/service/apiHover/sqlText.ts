import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { sparkKeyIn } from '../languages/configuration';
import { tableSpotAt, type TableSpot } from '../languages/sql/tableClause';
import type { Span } from '../languages/text/span';
import { renderApiHover, type ApiHoverOptions } from '../renderApiHover';
import { renderReference } from './reference';
import { formatHover, optionHover } from './sourceOption';
import { sqlCallAt, sqlFunctionText } from './sqlFunction';

type Hovered = Span & { value: string };

/** Spark's SQL in a string of another language: functions, the clauses of a table, keys that are set. */
export async function renderSqlText(
  text: string,
  offset: number,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<Hovered | null> {
  const call = sqlCallAt(text, offset);
  if (call) {
    const said = await sqlFunctionText(call.name, knowledge);
    // nothing but a hover shows the forms of a function in a string
    return hovered(call, said ? renderApiHover({ text: said }, { ...options, signatureElsewhere: false }) : null);
  }
  const spot = tableSpotAt(text, offset);
  if (spot) return hovered(spot, await tableText(spot, knowledge, options));
  const key = sparkKeyIn('sql', text, offset);
  return key && renderReference(key, knowledge, options);
}

function hovered({ start, end }: Span, value: string | null): Hovered | null {
  return value === null ? null : { start, end, value };
}

/** What a format, an option of it, or an accepted value means. Options of Delta Lake's are for readers and writers. */
export async function tableText(
  spot: TableSpot,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<string | null> {
  if (spot.kind === 'format') return formatHover(spot.format, knowledge, options);
  if (/^delta$/i.test(spot.format)) return null;
  const option = { of: tableOptions, key: spot.key, format: spot.format };
  return optionHover(spot.kind === 'value' ? { ...option, value: spot.value } : option, knowledge, options);
}

/** A table is read and written with its options; those of reading are the more. */
export const tableOptions = 'pyspark.sql.DataFrameReader.option';
