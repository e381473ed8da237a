import * as vscode from 'vscode';
import type { EntryLink } from '../../catalogue/types';
import type { ExplainParams, ExplainResult } from '../../protocol/server';

/** Asks the server what the selection, or the word at the cursor, stands for. */
export type Explain = (params: ExplainParams) => Promise<ExplainResult>;

/** Resolves to the page of what is selected; says so when there is none, and offers the search. */
export async function explainSelection(
  explain: Explain,
  search: (query: string) => Promise<EntryLink | undefined>,
): Promise<EntryLink | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage('Put the cursor on a name in a file, then explain it.');
    return undefined;
  }
  const { document, selection } = editor;
  const { link, word } = await explain({
    textDocument: { uri: document.uri.toString() },
    position: { line: selection.start.line, character: selection.start.character },
    selection: document.getText(selection).slice(0, 200),
  });
  if (link) return link;
  if (word === '') return search('');
  const answer = await vscode.window.showInformationMessage(`The reference has no entry for “${word}”.`, 'Search');
  return answer === 'Search' ? search(word) : undefined;
}
