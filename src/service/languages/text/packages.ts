import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { mentionIn, type Word } from './word';

const name = String.raw`[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?`;

/** A distribution's name at the start of a requirement, and what may follow it: extras, version, marker, address. */
const requirement = new RegExp(String.raw`^\s*(${name})\s*(?:$|[[<>=~;@#(\\]|!=|--\w)`);

/** conda also writes `channel::name`, and a version after a space. */
const condaSpecification = new RegExp(String.raw`^\s*(?:[\w./-]+::)?(${name})(?:$|\s*[[<>=~!#]|\s+[\d*])`);

/** The form under which PEP 503 compares names. */
export function normalisePackage(distribution: string): string {
  return distribution.toLowerCase().replace(/[-_.]+/g, '-');
}

export function packageTool(names: Names, distribution: string): string | undefined {
  return names.exact('pypi', normalisePackage(distribution));
}

/** The name in a requirement such as `apache-airflow[celery]>=3 ; python_version > "3.9"`. */
export function requirementMention(word: Word, offset: number, names: Names): ToolMention | null {
  return firstGroup(requirement, word, offset, names);
}

/** The name in a conda specification such as `conda-forge::pyspark=4.1`. */
export function condaMention(word: Word, offset: number, names: Names): ToolMention | null {
  return firstGroup(condaSpecification, word, offset, names);
}

/** A word that is nothing but a distribution's name: a key, or the name in a lock file. */
export function packageMention(word: Word, offset: number, names: Names): ToolMention | null {
  return mentionIn(word, 0, word.text.length, packageTool(names, word.text), offset);
}

function firstGroup(pattern: RegExp, word: Word, offset: number, names: Names): ToolMention | null {
  const found = pattern.exec(word.text);
  const distribution = found?.[1];
  if (!found || distribution === undefined) return null;
  const from = found[0].lastIndexOf(distribution);
  return mentionIn(word, from, from + distribution.length, packageTool(names, distribution), offset);
}
