import type { ApiText } from '../../catalogue/api';
import type { ApiName } from './apiReference';
import type { Span } from './text/span';

/** What may be written at a position. Which of it there is, and in which version, only the catalogue knows. */
export interface CompletionPlace extends Span {
  /** Of two offers with the same label the first counts. */
  offers: readonly Offer[];
  /** Only where the document's SQL is Spark's. */
  sparkSql?: true;
  /** Labels that stand beside it already. */
  taken?: ReadonlySet<string>;
}

export type Offer =
  | NamesOffer
  | ValuesOffer
  | ParameterOffer
  | ParameterValuesOffer
  | SymbolsOffer
  | WordsOffer
  | ProjectTestsOffer
  | TestArgumentsOffer;

/** Names of a section of the catalogue. */
export interface NamesOffer {
  from: 'names';
  section: string;
  /** What they begin with, which is no part of the label: `config.model.`. */
  below: string;
  /** Their label, where it is not the rest of the name; null leaves a name out. */
  label?(rest: string, text: ApiText): string | null;
  /** What is written, where it is more than the label. */
  insert?(label: string, text: ApiText): string;
  /** Whether a name is for daily use; the others come after. Missing: where it is explained. */
  isCommon?(text: ApiText): boolean;
  /** Only where the project pins this distribution. */
  pinned?: string;
  /** Only where the project has this package of dbt's. */
  uses?: string;
}

/** Accepted values of a key: of the first of these that there is, as a hover on a value would take it. */
export interface ValuesOffer {
  from: 'values';
  names: readonly ApiName[];
  unique?: readonly ApiName[];
  /** How the file's language writes what is true and what is not; missing inside of quotes. */
  booleans?: readonly [string, string];
  /** Put around every other value. */
  quote?: string;
  pinned?: string;
}

/** Parameters of a class or function as keys: those of `default_args`. */
export interface ParameterOffer {
  from: 'parameters';
  of: string;
  names: readonly string[];
}

/** Accepted values of one of these parameters: the first that lists some. */
export interface ParameterValuesOffer {
  from: 'parameterValues';
  of: string;
  parameters: readonly string[];
}

/** Symbols by their path. */
export interface SymbolsOffer {
  from: 'symbols';
  paths: readonly string[];
}

/** Words that are told one by one, with the name of the catalogue that each stands for, where there is one. */
export interface WordsOffer {
  from: 'words';
  words: readonly { label: string; of?: ApiName }[];
  insert?(label: string, text: ApiText | undefined): string;
}

/** The generic tests that the reader's dbt project defines. */
export interface ProjectTestsOffer {
  from: 'projectTests';
}

/** The arguments of a generic test: the project's, dbt's own or a package's. */
export interface TestArgumentsOffer {
  from: 'testArguments';
  test: { name: string; package?: string };
  insert(name: string): string;
}

/**
 * Finds what may be written at an offset; `path` is the document's address, lower case, with `/` between folders.
 * `trigger`: the character that was typed, where it asked by itself.
 */
export type FindPlace = (text: string, offset: number, path: string, trigger?: string) => CompletionPlace | null;
