import type { EntryLink } from '../catalogue/types';
import type { Position } from 'vscode-languageserver-types';

/** Messages between the language client and the server beyond the Language Server Protocol. */

export interface InitializationOptions {
  /** `vscode`: hovers may link to pages of the extension by command. */
  links?: 'vscode' | 'none';
  /** The client answers `readCatalogue`; without it the server reads beside its own file. */
  readCatalogue?: boolean;
  /** The client sends the files that pin versions; without it the server looks for them itself, where it can. */
  sendsManifests?: boolean;
  /** The client finds and reads the files of dbt projects; without it the server does so itself, where it can. */
  findsDbtFiles?: boolean;
  /** Another extension shows the signatures of Python. */
  signatureElsewhere?: boolean;
}

/** Server → client: the text of a file of the catalogue, such as `recognition.json`. */
export const readCatalogueRequest = 'dataEngineering/readCatalogue';

/** Client → server: the tool meant by a selection. */
export const explainRequest = 'dataEngineering/explain';

export interface ExplainParams {
  textDocument: { uri: string };
  position: Position;
  /** The selected text, or empty for the word at the position. */
  selection: string;
}

/** What is at the position; `word` is what was asked about, for a message or a search. */
export interface ExplainResult {
  link: EntryLink | null;
  word: string;
}

/** Settings as the client sends them: section `dataEngineering`. */
export interface Settings {
  hover: { enabled: boolean; prose: boolean; signature: 'auto' | 'always' | 'never' };
  completion: { enabled: boolean };
  signatureHelp: { enabled: boolean };
}

export const defaultSettings: Settings = {
  hover: { enabled: true, prose: true, signature: 'auto' },
  completion: { enabled: true },
  signatureHelp: { enabled: true },
};
