import { noMention, statelessLanguage } from './dataLanguage';
import { settingsComment } from './text/comments';

/** INI, `.env` and properties files: nothing of their own; connection URIs are found in every file. */
export const settings = statelessLanguage(noMention, settingsComment);

/** JSON: likewise, and without comments. */
export const json = statelessLanguage(noMention, noMention);
