import { readFileSync } from 'node:fs';
import type { ReadCatalogue } from '../../src/catalogue/apiKnowledge';
import { packRecognition } from '../../src/catalogue/storedRecognition';
import type { Recognition } from '../../src/catalogue/types';

/** The built catalogue. `npm run content` comes first. */
export const builtCatalogue: ReadCatalogue = (path) => Promise.resolve(readFileSync(`dist/catalogue/${path}`, 'utf8'));

/** The built catalogue without the names of tools: what is said is said of APIs. */
export const builtApis: ReadCatalogue = (path) =>
  path === 'recognition.json' ? Promise.reject(new Error('no names are needed')) : builtCatalogue(path);

/** The built catalogue without its APIs: what is said is said of tools. */
export const builtNames: ReadCatalogue = (path) =>
  path.startsWith('api/') ? Promise.reject(new Error('no API is needed')) : builtCatalogue(path);

/** A catalogue of recognition tables alone, which knows no API. */
export function catalogueOf(tables: Recognition): ReadCatalogue {
  const { recognition, cards } = packRecognition(tables);
  return (path) => {
    const card = cards.get(path.replace(/^cards\/(.*)\.json$/, '$1'));
    if (path === 'recognition.json') return Promise.resolve(JSON.stringify(recognition));
    return card === undefined ? Promise.reject(new Error(`no ${path}`)) : Promise.resolve(JSON.stringify(card));
  };
}
