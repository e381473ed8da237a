import { bodiesOf, citingPages } from './claims';
import { parseBody } from './markdown';
import type { Content } from './source';

/** Every address outside that the content names, with a file that names it. */
export function addressesOf(content: Content): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, references } of citingPages(content, () => []))
    for (const { url } of references) files.set(url, file);
  for (const { file, body } of bodiesOf(content)) for (const url of parseBody(body).external) files.set(url, file);
  for (const { file, data } of content.snippets) for (const { url } of data.references) files.set(url, file);
  for (const { file, data } of content.tools) files.set(data.documentation, file);
  return files;
}
