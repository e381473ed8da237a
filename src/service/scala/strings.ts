import type { ApiSymbol } from '../../catalogue/api';
import type { ScalaMention } from './position';
import type { Resolver } from './resolver';
import { tokenKind } from './scanner';
import { ahead, behind, isName, opens } from './statements';
import type { ScalaTokens } from './tokens';

const sql = 'org.apache.spark.sql.';

/** Methods whose strings are SQL; a number is the argument, `all` every one. */
const sqlArguments: ReadonlyMap<string, number | 'all'> = new Map<string, number | 'all'>([
  [`${sql}SparkSession.sql`, 0],
  [`${sql}SQLContext.sql`, 0],
  [`${sql}functions.expr`, 0],
  [`${sql}Dataset.selectExpr`, 'all'],
  [`${sql}Dataset.filter`, 0],
  [`${sql}Dataset.where`, 0],
]);

/** Methods whose first argument is a key of Spark's configuration, and whose second is its value. */
const keyMethods =
  /^org\.apache\.spark\.(?:SparkConf\.(?:set|get|getOption|setIfMissing|contains|remove|getInt|getLong|getBoolean|getDouble)|sql\.SparkSession\.Builder\.config|sql\.RuntimeConfig\.(?:set|get|getOption|unset|isModifiable|contains)|sql\.SQLContext\.(?:setConf|getConf))$/;

const optionMethods =
  /\.(?:DataFrameReader|DataFrameWriter|DataFrameWriterV2|DataStreamReader|DataStreamWriter)\.option$/;

/** What a string stands for: by the argument of the call that it is. */
export function stringAt(index: number, offset: number, resolver: Resolver): ScalaMention | null {
  const { tokens } = resolver;
  const literal = literalAround(tokens, index);
  if (!literal || offset < literal.start || offset > literal.end) return null;
  const call = callAround(tokens, literal.first);
  const symbol = call && calledSymbol(call.open, resolver);
  if (!call || !symbol) return null;
  const place = { start: literal.start, end: literal.end };
  const wanted = sqlArguments.get(symbol.path);
  if (wanted === 'all' || wanted === call.argument) {
    return { ...place, kind: 'sql', text: literal.text, offset: offset - literal.start };
  }
  // a string with holes in it names no key
  if (literal.hasHoles) return null;
  if (keyMethods.test(symbol.path)) return configuration(literal, call, resolver);
  return optionMethods.test(symbol.path) ? option(literal, call, resolver) : null;
}

interface Literal {
  first: number;
  start: number;
  end: number;
  text: string;
  hasHoles: boolean;
}

/** All of a string around one of its parts; what stands in holes is blanked out, so that offsets stay. */
function literalAround(tokens: ScalaTokens, index: number): Literal | null {
  if (tokens.kind(index) === tokenKind.string) {
    const quotes = tokens.text.startsWith('"""', tokens.start(index)) ? 3 : 1;
    const [start, whole] = [tokens.start(index) + quotes, tokens.end(index)];
    const isClosed = whole - quotes >= start && tokens.text.startsWith('"', whole - 1);
    const end = isClosed ? whole - quotes : whole;
    return end < start ? null : { first: index, start, end, text: tokens.text.slice(start, end), hasHoles: false };
  }
  let first = index;
  while (first >= 0 && tokens.kind(first) !== tokenKind.stringStart) first = ahead(tokens, first);
  const last = first < 0 ? -1 : tokens.partner(first);
  if (last < 0) return null;
  const [start, end] = [tokens.end(first), tokens.start(last)];
  return { first, start, end, text: withoutHoles(tokens, first, last), hasHoles: true };
}

function withoutHoles(tokens: ScalaTokens, first: number, last: number): string {
  let text = '';
  const from = tokens.end(first);
  for (let at = first + 1; at < last; at = behind(tokens, at)) {
    if (tokens.kind(at) !== tokenKind.stringPart) continue;
    text = text.padEnd(tokens.start(at) - from, 'x') + tokens.text.slice(tokens.start(at), tokens.end(at));
  }
  return text.padEnd(tokens.start(last) - from, 'x');
}

interface Call {
  open: number;
  argument: number;
}

/** The call whose argument is this string alone, or the string with a call such as `.stripMargin` behind it. */
function callAround(tokens: ScalaTokens, first: number): Call | null {
  if (!tokens.is(first - 1, '(') && !tokens.is(first - 1, ',')) return null;
  let next = behind(tokens, first);
  while (tokens.is(next, '.') && ['stripMargin', 'trim', 'stripIndent'].includes(tokens.word(next + 1))) next += 2;
  if (!tokens.is(next, ')') && !tokens.is(next, ',') && tokens.partner(first - 1) >= 0) return null;
  let argument = 0;
  for (let at = first - 1; at >= 0; at = ahead(tokens, at)) {
    if (opens(tokens, at)) return tokens.is(at, '(') ? { open: at, argument } : null;
    if (tokens.is(at, ',')) argument++;
  }
  return null;
}

function calledSymbol(open: number, resolver: Resolver): ApiSymbol | undefined {
  const { tokens } = resolver;
  const name = open - 1;
  if (!isName(tokens, name)) return undefined;
  if (tokens.is(name - 1, '.')) return resolver.member(resolver.receiver(name - 1), tokens.word(name)).symbol;
  const value = resolver.nameValue(name);
  return value.kind === 'method' ? value.symbol : undefined;
}

function configuration(literal: Literal, call: Call, { tokens }: Resolver): ScalaMention | null {
  const place = { start: literal.start, end: literal.end };
  const key = call.argument === 0 ? literal.text : stringText(tokens, call.open + 1);
  if (key === null || call.argument > 1) return null;
  const value = call.argument === 1 ? { value: literal.text } : {};
  return {
    ...place,
    kind: 'reference',
    reference: { ...place, names: [{ section: 'spark-conf/keys', name: key }], ...value },
  };
}

/** An option of the format that the chain around it names: `spark-options/options` by `<format>.<option>`. */
function option(literal: Literal, call: Call, { tokens }: Resolver): ScalaMention | null {
  const format = call.argument > 1 ? null : formatAround(tokens, call.open);
  const key = call.argument === 0 ? literal.text : stringText(tokens, call.open + 1);
  if (format === null || key === null) return null;
  const place = { start: literal.start, end: literal.end };
  const value = call.argument === 1 ? { value: literal.text } : {};
  const names = [{ section: 'spark-options/options', name: `${format}.${key}` }];
  return { ...place, kind: 'reference', reference: { ...place, names, ...value } };
}

const formatMethods: ReadonlySet<string> = new Set(['csv', 'json', 'parquet', 'orc', 'text', 'jdbc', 'xml', 'avro']);

/** The format that the chain of calls around an option names, before or behind it. */
function formatAround(tokens: ScalaTokens, open: number): string | null {
  let last = behind(tokens, open);
  for (let steps = 0; tokens.is(last, '.') && steps < 100; steps++) {
    const format = formatAt(tokens, last + 1);
    if (format !== null) return format;
    last = tokens.is(last + 2, '(') ? behind(tokens, last + 2) : last + 2;
  }
  for (let at = open - 1, steps = 0; at >= 0 && steps < 200; steps++) {
    if (!isName(tokens, at)) return null;
    const format = formatAt(tokens, at);
    if (format !== null) return format;
    if (!tokens.is(at - 1, '.')) return null;
    at = tokens.is(at - 2, ')') ? ahead(tokens, at - 2) : at - 2;
  }
  return null;
}

function formatAt(tokens: ScalaTokens, name: number): string | null {
  const word = tokens.word(name);
  if (!tokens.is(name + 1, '(')) return null;
  return formatMethods.has(word) ? word : word === 'format' ? stringText(tokens, name + 2) : null;
}

/** The text of a plain string literal that is an argument of its own. */
function stringText(tokens: ScalaTokens, index: number): string | null {
  const literal = tokens.kind(index) === tokenKind.string ? literalAround(tokens, index) : null;
  return literal && (tokens.is(index + 1, ')') || tokens.is(index + 1, ',')) ? literal.text : null;
}
