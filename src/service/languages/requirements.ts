import { statelessLanguage } from './dataLanguage';
import { hashComment } from './text/comments';
import { lineAt } from './text/lines';
import { requirementMention } from './text/packages';
import { plainWord } from './text/word';

/** pip's requirements and constraints files: one requirement a line; options start with `-`. */
export const requirements = statelessLanguage((text, offset, names) => {
  const line = lineAt(text, offset);
  return line && requirementMention(plainWord(text, line.start, line.end), offset, names);
}, hashComment);
