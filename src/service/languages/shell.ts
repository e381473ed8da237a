import { statelessLanguage } from './dataLanguage';
import { scriptComment, scriptMention } from './shell/script';
import { plainWord, type Word } from './text/word';

/** How much of a shell script is read. What comes after it in a longer one is not looked at. */
const reach = 128 * 1024;

function scriptOf(text: string): Word {
  return plainWord(text, 0, Math.min(text.length, reach));
}

/** Shell scripts: commands in command position, and the packages and images that they name. */
export const shell = statelessLanguage(
  (text, offset, names) => (offset > reach ? null : scriptMention(scriptOf(text), offset, names)),
  (text, offset) => (offset > reach ? null : scriptComment(scriptOf(text), offset)),
);
