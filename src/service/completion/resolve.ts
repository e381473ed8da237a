import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { renderApiHover, renderApiParameter, type ApiHoverOptions } from '../renderApiHover';
import type { ItemData } from './item';

/** What a hover says of an item; null where nothing is known of it. */
export async function documentationOf(
  data: ItemData,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<string | null> {
  const { section, name, symbol, parameter, value } = data;
  if (section !== undefined && name !== undefined) {
    const text = await knowledge.textIn(section, name);
    // nothing else shows the signature of a macro
    return text ? renderApiHover({ text }, { ...options, signatureElsewhere: false }, value) : null;
  }
  if (symbol === undefined) return null;
  const [names, text] = await Promise.all([knowledge.names([symbol]), knowledge.text(symbol)]);
  const known = names.lookup(symbol);
  const thing = { ...(known && { symbol: known }), ...(text && { text }) };
  if (parameter !== undefined) return renderApiParameter(thing, parameter, options, value);
  // in a template `macros` has a function in every version, wherever it lies in Python
  const said = text && { name: text.name, facts: { package: '' }, ...(text.does !== undefined && { does: text.does }) };
  return renderApiHover({ ...thing, ...(said && { text: said }) }, { ...options, signatureElsewhere: false });
}
