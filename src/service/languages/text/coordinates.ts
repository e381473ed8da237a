import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { mentionIn, type Word } from './word';

/** `group:artifact`, `group::artifact` (Scala's version is added), with a version or more after it. */
const coordinates = /(?<![\w.-])([A-Za-z][\w.-]*):{1,2}([A-Za-z](?:\$\{[\w.]+\}|[\w.$-])*)(?=$|[:@,\s"'])/g;

const scalaSuffix = /_(?:2\.1\d|3)$|_?\$\{?[\w.]+\}?.*$/;
const scalaVersions = ['_2.13', '_2.12', '_3'];

/** The tool that owns an artifact, whether the table or the text spells out Scala's version or not. */
export function artifactTool(names: Names, group: string, artifact: string): string | undefined {
  const plain = artifact.replace(scalaSuffix, '');
  const forms = [artifact, plain, ...scalaVersions.map((version) => plain + version)];
  for (const form of forms) {
    const toolId = names.wildcard('maven', `${group}:${form}`);
    if (toolId !== undefined) return toolId;
  }
  return undefined;
}

/** The `group:artifact` under the caret in text that may hold several, separated by commas. */
export function coordinatesMention(word: Word, offset: number, names: Names): ToolMention | null {
  for (const found of word.text.matchAll(coordinates)) {
    const [whole, group = '', artifact = ''] = found;
    const mention = mentionIn(
      word,
      found.index,
      found.index + whole.length,
      artifactTool(names, group, artifact),
      offset,
    );
    if (mention) return mention;
  }
  return null;
}
