import { NotebookDocuments, type Connection, type NotebookDocument, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Notebook } from '../service/notebook/cellView';
import type { NotebookKind } from '../service/notebook/kind';

/** What the client is asked to keep in step: Python cells, of any kind of notebook. */
export const notebookSync = { notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }] };

/** The notebooks that are open. Their cells are kept among the documents. */
export class OpenNotebooks {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #notebooks: NotebookDocuments<TextDocument>;

  constructor(documents: TextDocuments<TextDocument>) {
    this.#documents = documents;
    this.#notebooks = new NotebookDocuments(documents);
  }

  /** The notebook of a cell; undefined for a file. */
  of(cellUri: string): Notebook | undefined {
    const notebook = this.#notebooks.findNotebookDocumentForCell(cellUri);
    if (!notebook) return undefined;
    const cells = notebook.cells.flatMap(({ document }) => {
      const cell = this.#documents.get(document);
      return cell?.languageId === 'python' ? cell : [];
    });
    return { uri: notebook.uri, kind: kindOf(notebook), cells };
  }

  onDidClose(closed: (uri: string) => void): void {
    this.#notebooks.onDidClose(({ uri }) => closed(uri));
  }

  listen(connection: Connection): void {
    this.#notebooks.listen(connection);
  }
}

/** By what the notebook's file says of itself and of its kernel. */
function kindOf({ notebookType, metadata }: NotebookDocument): NotebookKind {
  const isDatabricks = /databricks/i.test(notebookType) || entry(metadata, 'application/vnd.databricks.v1+notebook');
  if (isDatabricks) return 'databricks';
  const kernel = entry(metadata, 'kernelspec') as { name?: unknown; display_name?: unknown } | undefined;
  return /spark/i.test(`${String(kernel?.name)} ${String(kernel?.display_name)}`) ? 'spark' : 'jupyter';
}

/** An entry of the file's metadata: editors keep them at the top, or one or two levels deeper. */
function entry(value: unknown, name: string, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  if (depth === 2) return undefined;
  for (const key of ['metadata', 'custom']) {
    const found = Object.hasOwn(value, key)
      ? entry((value as Record<string, unknown>)[key], name, depth + 1)
      : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
