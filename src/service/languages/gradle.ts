import type { Names } from '../names';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import { slashComment } from './text/comments';
import { artifactTool, coordinatesMention } from './text/coordinates';
import { lineAt } from './text/lines';
import { touches } from './text/span';
import { mentionIn, plainWord } from './text/word';

const quoted = /(["'])((?:(?!\1).)*)\1/g;
const named = /\bgroup\s*[:=]\s*(["'])([^"']+)\1\s*,\s*name\s*[:=]\s*(["'])([^"']+)\3/g;

/** Gradle in Groovy and Kotlin: `implementation("org.apache.kafka:kafka-clients:4.0.0")`. */
export const gradle = statelessLanguage(gradleMention, slashComment);

function gradleMention(text: string, offset: number, names: Names): ToolMention | null {
  const line = lineAt(text, offset);
  if (!line || slashComment(text, offset)) return null;
  const word = plainWord(text, line.start, line.end);
  for (const found of word.text.matchAll(named)) {
    const toolId = artifactTool(names, found[2] ?? '', found[4] ?? '');
    const mention = mentionIn(word, found.index, found.index + found[0].length, toolId, offset);
    if (mention) return mention;
  }
  for (const found of word.text.matchAll(quoted)) {
    const start = line.start + found.index + 1;
    const end = start + (found[2]?.length ?? 0);
    if (touches({ start, end }, offset)) return coordinatesMention(plainWord(text, start, end), offset, names);
  }
  return null;
}
