import type { ApiSymbol, ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { renderReference } from '../apiHover/reference';
import { renderSqlText } from '../apiHover/sqlText';
import type { ApiHover } from '../python/apiHover';
import { renderApiHover, type ApiHoverOptions } from '../renderApiHover';
import type { ScalaMention } from './position';
import { scalaDocumentation, scalaText } from './twins';

/** The hover of what stands in Scala code, or null where nothing is said of it. */
export async function renderScalaMention(
  mention: ScalaMention,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<ApiHover | null> {
  const { start, end } = mention;
  if (mention.kind === 'reference') {
    const found = await renderReference(mention.reference, knowledge, options);
    return found && { ...found, start, end };
  }
  if (mention.kind === 'sql') {
    const found = await renderSqlText(mention.text, mention.offset, knowledge, options);
    return found && { ...found, start: start + found.start, end: start + found.end };
  }
  const text = written(mention.symbol, await scalaText(mention.symbol.path, knowledge));
  const value = renderApiHover({ text, forms: 'scala' }, { ...options, signatureElsewhere: false });
  return value === null ? null : { start, end, value };
}

/** The text with its forms as Scala writes them: the owner in a comment, then the ways to call it. */
function written(symbol: ApiSymbol, text: ApiText | undefined): ApiText {
  const { path, kind } = symbol;
  const known = text ?? { name: path, facts: { package: 'pyspark' } };
  const owner = path.slice(0, path.lastIndexOf('.'));
  const isClass = kind === 'class';
  const forms = isClass
    ? [path]
    : [`// ${owner}`, ...(known.facts.forms ?? []).slice(0, 3).map((form) => `def ${form}`)];
  return { ...known, tool: 'spark', documentation: scalaDocumentation(symbol), facts: { ...known.facts, forms } };
}
