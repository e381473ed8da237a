import type { ApiParameter, ApiSymbol } from '../../catalogue/api';

const width = 88;
/** Lines of parameters; a DAG has forty parameters, and nobody reads them in a hover. */
const mostLines = 3;

/** `path(a, b=1, **options) -> Type`, without the types of parameters. */
export function signatureOf({ path, kind, parameters, returns, type }: ApiSymbol): string {
  const result = returns ?? type;
  if (kind === 'module') return path;
  if (kind === 'property' || kind === 'attribute' || !parameters) {
    return result === undefined || result === '' ? path : `${path}: ${shortType(result)}`;
  }
  const end = kind === 'class' || result === undefined ? '' : ` -> ${shortType(result)}`;
  const words = parameterWords(parameters);
  const line = `${path}(${words.join(', ')})${end}`;
  return line.length <= width ? line : `${path}(\n${wrapped(words)}\n)${end}`;
}

/** The same with what stands between: `*` before what must be named, `/` behind what must not. */
function parameterWords(parameters: readonly ApiParameter[]): string[] {
  const words: string[] = [];
  let named = false;
  parameters.forEach((parameter, index) => {
    if (parameter.kind === 'keyword' && !named) words.push('*');
    named ||= parameter.kind === 'keyword' || parameter.kind === 'rest';
    words.push(parameterWord(parameter));
    if (parameter.kind === 'positional' && parameters[index + 1]?.kind !== 'positional') words.push('/');
  });
  return words;
}

function parameterWord({ name, kind, default: fallback }: ApiParameter): string {
  const stars = kind === 'rest' ? '*' : kind === 'options' ? '**' : '';
  return `${stars}${name}${fallback === undefined ? '' : `=${shortDefault(fallback)}`}`;
}

/** A default that is a long expression says nothing in a signature. */
function shortDefault(text: string): string {
  return text.length <= 24 ? text : '…';
}

function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const [index, word] of words.entries()) {
    const piece = index === words.length - 1 ? word : `${word},`;
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (longer.length <= width - 4) lines[lines.length - 1] = longer;
    else if (lines.length < mostLines) lines.push(piece);
    else {
      lines[lines.length - 1] = `${line} …`;
      break;
    }
  }
  return lines.map((line) => `    ${line}`).join('\n');
}

/** `pyspark.sql.Column | None` → `Column | None` */
export function shortType(text: string): string {
  return text.replace(/\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+/g, (path) => path.slice(path.lastIndexOf('.') + 1));
}
