import { configurationReference } from './configuration';
import { configurationPlace } from './configurationPlace';
import { noMention, statelessLanguage } from './dataLanguage';
import { settingsComment } from './text/comments';

/** INI, `.env` and properties files: options of Airflow and Spark; connection URIs are found in every file. */
export const settings = statelessLanguage(
  noMention,
  settingsComment,
  configurationReference('settings', settingsComment),
  { findPlace: configurationPlace('settings', settingsComment) },
);

/** JSON: likewise, and without comments. */
export const json = statelessLanguage(noMention, noMention, configurationReference('json', noMention), {
  findPlace: configurationPlace('json', noMention),
});
