import type { Span } from './text/span';

/** A name of an API that is no symbol: a section of the catalogue, such as `dbt/context`, and the name in it. */
export interface ApiName {
  section: string;
  name: string;
}

/** What may stand at a position in a data file. Which of its names there are, only the catalogue knows. */
export interface ApiReference extends Span {
  /** The first of them that there is counts. */
  names: readonly ApiName[];
  /** Where there is none of them: names of which no more than one may exist, else nobody knows which is meant. */
  unique?: readonly ApiName[];
  /** It is called: only what takes arguments can be meant. */
  called?: boolean;
  /** It is a value given to that name: only an accepted one says something. */
  value?: string;
  /** It is a flag of dbt's, in `dbt_project.yml` or at its old place in `profiles.yml`. */
  stands?: 'flag' | 'oldFlag';
  /** It is a keyword argument of that name: only what takes one of this name can be meant. */
  parameter?: string;
}

/** Finds what stands at an offset; `path` is the document's address, lower case, with `/` between folders. */
export type FindReference = (text: string, offset: number, path: string) => ApiReference | null;
