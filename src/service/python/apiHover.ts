import type { ApiNames, ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { reaches } from '../apiHover/availability';
import { formatHover, optionHover } from '../apiHover/sourceOption';
import { renderSqlText } from '../apiHover/sqlText';
import { cronLines } from '../apiHover/cron';
import { lastLine, renderApiHover, renderApiParameter, type ApiHoverOptions } from '../renderApiHover';
import { templateNameAt, type TemplateName } from './jinjaNames';
import type { PythonMention } from './position';

/** A hover's text and where it stands: offsets in UTF-16 code units. */
export interface ApiHover {
  start: number;
  end: number;
  value: string;
}

/** The hover of what stands in Python code, or null where nothing is said of it. */
export async function renderPythonMention(
  mention: PythonMention,
  names: ApiNames,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<ApiHover | null> {
  if (mention.kind === 'sql') return renderSql(mention, knowledge, options);
  if (mention.kind === 'jinja') return renderTemplateName(mention, names, knowledge, options);
  const value = await textOf(mention, names, knowledge, options);
  return value === null ? null : { start: mention.start, end: mention.end, value };
}

async function textOf(mention: PythonMention, names: ApiNames, knowledge: ApiKnowledge, options: ApiHoverOptions) {
  switch (mention.kind) {
    case 'symbol': {
      if (mention.path.startsWith('dbt.')) {
        const text = await knowledge.textIn('dbt/pythonModel', mention.path);
        return text ? renderApiHover({ text }, options) : null;
      }
      const [text, alias] = [await knowledge.text(mention.path), mention.written && names.alias(mention.written)];
      return renderApiHover({ symbol: mention.symbol, ...(text && { text }), ...(alias && { alias }) }, options);
    }
    case 'parameter':
    case 'keyword': {
      const text = await knowledge.textOfCall(mention.of);
      const thing = { symbol: names.lookup(mention.of), ...(text && { text }) };
      return renderApiParameter(thing, mention.name, options, mention.text);
    }
    case 'value': {
      const text = await knowledge.textOfCall(mention.of);
      if (!text || !isAccepted(text, mention.parameter, mention.text)) return null;
      return renderApiParameter({ symbol: names.lookup(mention.of), text }, mention.parameter, options, mention.text);
    }
    case 'configurationKey': {
      const section = mention.of.startsWith('airflow.') ? 'airflow/options' : 'spark-conf/keys';
      const text = await knowledge.textIn(section, mention.key);
      return text ? renderApiHover({ text }, options) : null;
    }
    case 'notebookGlobal': {
      const text = await knowledge.textIn('databricks/context', mention.name);
      // nothing but a hover knows these names
      return text ? renderApiHover({ text }, { ...options, signatureElsewhere: false }) : null;
    }
    case 'cron': {
      const lines = cronLines({ ...mention, dialect: 'airflow' }, options.now, options.pin?.('apache-airflow'));
      const { tool, documentation } = (await knowledge.text(mention.of)) ?? {};
      return lines && [...lines, lastLine({ tool, documentation }, options.links) ?? ''].join('\n\n').trimEnd();
    }
    case 'format':
      return formatHover(mention.format, knowledge, options);
    case 'option':
      return optionHover(mention, knowledge, options);
    default:
      return null;
  }
}

/** What is Spark's in SQL; the string's other words are the reader's own. */
async function renderSql(
  { start, text, offset }: PythonMention & { kind: 'sql' },
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<ApiHover | null> {
  const found = await renderSqlText(text, offset, knowledge, options);
  return found && { ...found, start: start + found.start, end: start + found.end };
}

/** A name in a template of Airflow's. */
async function renderTemplateName(
  { start, text, offset }: PythonMention & { kind: 'jinja' },
  names: ApiNames,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
): Promise<ApiHover | null> {
  const found = templateNameAt(text, offset);
  const thing = found && (await templateThing(found, names, knowledge, options.pin?.('apache-airflow')?.version));
  // nothing but a hover shows what a function in a string takes
  const value = thing ? renderApiHover(thing, { ...options, signatureElsewhere: false }) : null;
  return found && value !== null ? { start: start + found.start, end: start + found.end, value } : null;
}

async function templateThing(found: TemplateName, names: ApiNames, knowledge: ApiKnowledge, version?: string) {
  if (found.kind !== 'member') {
    const section = found.kind === 'filter' ? 'airflow/templateFilters' : 'airflow/templateVariables';
    const text = await knowledge.textIn(section, found.name);
    return text && { text };
  }
  const isOld = version !== undefined && !reaches(version, '3.0');
  const symbols = found.paths.flatMap((path) => names.lookup(path) ?? []);
  const symbol = isOld ? symbols.at(-1) : symbols[0];
  const text = symbol && (await knowledge.text(symbol.path));
  return symbol && { symbol, text: text && symbols.length > 1 ? ofAllReleases(text) : text };
}

/** In a template the name stayed the same where the path in Python moved: that one's age says nothing here. */
function ofAllReleases(text: ApiText): ApiText {
  const { package: distribution, changes } = text.facts;
  return { ...text, facts: { package: distribution, ...(changes && { changes }) } };
}

/** Any other string is the reader's own word. */
function isAccepted(text: ApiText, parameter: string, value: string): boolean {
  const said = text.parameters && Object.hasOwn(text.parameters, parameter) ? text.parameters[parameter] : undefined;
  return Object.keys(said?.values ?? {}).some((one) => one.replace(/^(["'])(.*)\1$/, '$2') === value);
}
