import type { CompletionPlace, FindPlace, NamesOffer, ValuesOffer } from './completionPlace';
import { airflowSection, isAirflowConfiguration, onCommandLine, places, wordAt, type Around } from './configuration';
import { lineAt } from './text/lines';
import type { Span } from './text/span';

/** Where Spark's keys, Airflow's options and their values may be written in a kind of file, outside of its comments. */
export function configurationPlace(
  file: keyof typeof places,
  commentAt: (text: string, offset: number) => Span | null,
): FindPlace {
  return (text, offset, path, trigger) => {
    const found =
      (trigger === ' ' ? null : keyPlace(text, offset, path, file)) ??
      (file === 'settings' ? settingValue(text, offset, path) : null);
    return found && !commentAt(text, offset) ? found : null;
  };
}

function keyPlace(text: string, offset: number, path: string, file: keyof typeof places): CompletionPlace | null {
  return (
    sparkKey(text, offset, path, places[file]) ??
    (file === 'sql' ? null : airflowVariable(text, offset)) ??
    (file === 'settings' ? airflowOption(text, offset, path) : null)
  );
}

/** Keys of Spark as offers, in whatever language. */
export const sparkKeys: NamesOffer = { from: 'names', section: 'spark-conf/keys', below: '' };

/** What stands behind a key that is being typed: nothing, the end of its quotes, or what follows a finished one. */
const unfinished = /^["'`]?[ \t]*(?:[,}\])]|[\r\n]|$)/;
/** On a command line the next argument may. */
const unfinishedArgument = /^["']?(?:[\s,\])]|$)/;

function sparkKey(text: string, offset: number, path: string, around: readonly Around[]): CompletionPlace | null {
  const word = wordAt(text, offset, /[\w.-]/) ?? { start: offset, end: offset };
  const typed = text.slice(word.start, offset);
  const before = text.slice(Math.max(0, word.start - 80), word.start);
  const after = text.slice(word.end, word.end + 40);
  const isOpen = (one: Around) => (one === onCommandLine ? unfinishedArgument : unfinished).test(after);
  const place = around.find((one) => one.before.test(before) && (one.after.test(after) || isOpen(one)));
  if (!place) return null;
  // elsewhere the first letters may become anything
  const isOfSpark = place === onCommandLine || /spark[^/]*\.(?:conf|properties)$/.test(path);
  const fits = typed.startsWith('spark.') || (isOfSpark && 'spark.'.startsWith(typed));
  return fits ? { ...word, offers: [sparkKeys] } : null;
}

const airflowVariables: NamesOffer = {
  from: 'names',
  section: 'airflow/options',
  below: '',
  label: (name) => {
    const dot = name.lastIndexOf('.');
    return `AIRFLOW__${name.slice(0, dot).replaceAll('.', '_')}__${name.slice(dot + 1)}`.toUpperCase();
  },
};

function airflowVariable(text: string, offset: number): CompletionPlace | null {
  const word = wordAt(text, offset, /\w/);
  return word && text.slice(word.start, offset).startsWith('AIRFLOW_') ? { ...word, offers: [airflowVariables] } : null;
}

function airflowOption(text: string, offset: number, path: string): CompletionPlace | null {
  const line = isAirflowConfiguration(path) ? lineAt(text, offset) : null;
  if (!line || !/^\w*$/.test(text.slice(line.start, offset))) return null;
  const section = airflowSection(text, line);
  const rest = /^\w*(.*)$/.exec(text.slice(offset, line.end));
  if (section === undefined || !rest) return null;
  const isSet = /^\s*[=:]/.test(rest[1] ?? '');
  const offer: NamesOffer = {
    from: 'names',
    section: 'airflow/options',
    below: `${section}.`,
    label: (name) => (name.includes('.') ? null : name),
    insert: (name) => (isSet ? name : `${name} = `),
  };
  return { start: line.start, end: line.end - (rest[1] ?? '').length, offers: [offer] };
}

/** `spark.x ‸`, and `executor = ‸` below a section of `airflow.cfg`. */
function settingValue(text: string, offset: number, path: string): CompletionPlace | null {
  const line = lineAt(text, offset);
  const found = line && /^[ \t]*([\w.-]+)(?:[ \t]*[=:][ \t]*|[ \t]+)([\w+*-]*)$/.exec(text.slice(line.start, offset));
  if (!found || !/^[\w+*-]*\s*$/.test(text.slice(offset, line.end))) return null;
  const [, key = '', typed = ''] = found;
  const section = isAirflowConfiguration(path) ? airflowSection(text, line) : undefined;
  if (section === undefined && !key.startsWith('spark.')) return null;
  const offer: ValuesOffer =
    section === undefined
      ? { from: 'values', names: [{ section: 'spark-conf/keys', name: key }], booleans: ['true', 'false'] }
      : {
          from: 'values',
          names: [{ section: 'airflow/options', name: `${section}.${key}` }],
          booleans: ['True', 'False'],
        };
  return { start: offset - typed.length, end: offset + text.slice(offset, line.end).trimEnd().length, offers: [offer] };
}
