import { configurationReference } from './configuration';
import { configurationPlace } from './configurationPlace';
import { statelessLanguage } from './dataLanguage';
import { scriptComment, scriptMention } from './shell/script';
import type { Span } from './text/span';
import { plainWord, type Word } from './text/word';

/** How much of a shell script is read. What comes after it in a longer one is not looked at. */
const reach = 128 * 1024;

function scriptOf(text: string): Word {
  return plainWord(text, 0, Math.min(text.length, reach));
}

function commentAt(text: string, offset: number): Span | null {
  return offset > reach ? null : scriptComment(scriptOf(text), offset);
}

/** Shell scripts: commands in command position, and the packages and images that they name. */
export const shell = statelessLanguage(
  (text, offset, names) => (offset > reach ? null : scriptMention(scriptOf(text), offset, names)),
  commentAt,
  configurationReference('shell', commentAt),
  { findPlace: configurationPlace('shell', commentAt) },
);
