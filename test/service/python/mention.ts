import { parser } from '@lezer/python';
import { mentionAt, type PythonMention } from '../../../src/service/python/position';
import { Resolver } from '../../../src/service/python/resolver';
import { rawApi } from './rawApi';

/** What stands at an offset: the token under the caret, at the end of a word that word. */
export function mentionIn(text: string, offset: number): PythonMention | null {
  const tree = parser.parse(text);
  const resolver = new Resolver(tree, text, rawApi, new WeakMap());
  const leaf = [tree.resolveInner(offset, 1), tree.resolveInner(offset, -1)].find(({ name }) =>
    ['VariableName', 'PropertyName', 'String', 'FormatString'].includes(name),
  );
  return leaf ? mentionAt(leaf, offset, resolver) : null;
}

/** A mention in one line, without its range. */
export function written(mention: PythonMention | null): string | null {
  switch (mention?.kind) {
    case 'symbol':
      return mention.guessed ? `${mention.path}?` : mention.path;
    case 'parameter':
      return `${mention.of}(${mention.name})`;
    case 'keyword':
      return `${mention.of}(**${mention.name})`;
    case 'value':
      return `${mention.of}(${mention.parameter}=${mention.text})`;
    case 'format':
      return `format ${mention.format}`;
    case 'option':
      return `option ${mention.key}${mention.value === undefined ? '' : `=${mention.value}`}${mention.format === undefined ? '' : ` of ${mention.format}`}`;
    case 'configurationKey':
      return `key ${mention.key}`;
    case 'sql':
      return `sql ${mention.offset} ${mention.text}`;
    case 'cron':
      return `cron ${mention.text}`;
    case 'jinja':
      return `jinja ${mention.offset} ${mention.text}`;
    case 'notebookGlobal':
      return `notebook ${mention.name}`;
    default:
      return null;
  }
}
