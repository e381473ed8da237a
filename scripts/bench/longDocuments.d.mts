export interface LongDocument {
  title: string;
  /** Its path below the project. */
  name: string;
  languageId: string;
  text: string;
  /** What has a hover. */
  hover: RegExp;
  /** Words that have none, into which letters are typed. */
  plain: RegExp;
  /** Characters from the top in which there are hovers: what comes after is not read. */
  reach?: number;
}

/** One file a language, of so many lines. */
export function longDocuments(lines: number): LongDocument[];

/** The cells of a notebook that have so many lines together. */
export function longNotebook(lines: number): { title: string; cells: string[]; hover: RegExp; plain: RegExp };
