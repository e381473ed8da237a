import type { Names } from '../names';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import { slashComment } from './text/comments';
import { artifactTool } from './text/coordinates';
import { lineAt } from './text/lines';
import { mentionIn, plainWord } from './text/word';

const dependency = /"([^"\s]+)"\s*%{1,3}\s*"([^"\s]+)"/g;

/** sbt: `"org.apache.spark" %% "spark-sql" % "4.1.0"`. */
export const sbt = statelessLanguage(sbtMention, slashComment);

export function sbtMention(text: string, offset: number, names: Names): ToolMention | null {
  const line = lineAt(text, offset);
  if (!line || slashComment(text, offset)) return null;
  const word = plainWord(text, line.start, line.end);
  for (const found of word.text.matchAll(dependency)) {
    const [whole, group = '', artifact = ''] = found;
    const toolId = artifactTool(names, group, artifact);
    const mention = mentionIn(word, found.index, found.index + whole.length, toolId, offset);
    if (mention) return mention;
  }
  return null;
}
