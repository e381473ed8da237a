import type { ApiName } from './apiReference';

/** The call of a function or macro of an API whose argument is being typed. */
export interface CallPlace {
  /** The first of these that there is and that takes arguments is called. */
  names: readonly ApiName[];
  /** Of the argument at the caret, from zero. */
  index: number;
  /** Its name, where it is given one. */
  keyword?: string;
  /** Where every keyword is a name of the catalogue: those that this one may be. */
  key?: { names: readonly ApiName[]; unique?: readonly ApiName[] };
}

/** Finds the call around an offset; `path` is the document's address, lower case, with `/` between folders. */
export type FindCall = (text: string, offset: number, path: string) => CallPlace | null;
