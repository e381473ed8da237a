import { TextDocument } from 'vscode-languageserver-textdocument';
import { separator } from './cells';
import { notebookLanguageId, type NotebookKind } from './kind';

/** The Python cells of an open notebook, in order. */
export interface Notebook {
  uri: string;
  kind: NotebookKind;
  cells: readonly TextDocument[];
}

/** What is read in place of a document, and where the document's own text stands in it: offsets in UTF-16 code units. */
export interface DocumentView {
  document: TextDocument;
  start: number;
  end: number;
}

const between = `\n${separator}\n`;

interface Joined {
  /** What it was made of: addresses and versions of the cells. */
  key: string;
  document: TextDocument;
  starts: Map<string, number>;
}

/** The cells of each notebook as one document, since they share their names; made anew when one of them changes. */
export class CellViews {
  readonly #notebookOf: (cellUri: string) => Notebook | undefined;
  readonly #joined = new Map<string, Joined>();

  constructor(notebookOf: (cellUri: string) => Notebook | undefined = () => undefined) {
    this.#notebookOf = notebookOf;
  }

  /** A file stands for itself, a cell for its notebook. */
  of(document: TextDocument): DocumentView {
    const notebook = document.languageId === 'python' ? this.#notebookOf(document.uri) : undefined;
    const joined = notebook && this.#join(notebook);
    const start = joined?.starts.get(document.uri);
    const { length } = document.getText();
    if (!joined || start === undefined) return { document, start: 0, end: length };
    return { document: joined.document, start, end: start + length };
  }

  /** Forgets a closed notebook. */
  forget(uri: string): void {
    this.#joined.delete(uri);
  }

  #join({ uri, kind, cells }: Notebook): Joined {
    const last = this.#joined.get(uri);
    const key = [kind, ...cells.map((cell) => `${cell.uri} ${cell.version}`)].join('\n');
    if (last?.key === key) return last;
    const starts = new Map<string, number>();
    let text = '';
    for (const cell of cells) {
      if (text !== '') text += between;
      starts.set(cell.uri, text.length);
      text += cell.getText();
    }
    const version = (last?.document.version ?? 0) + 1;
    const joined = { key, document: TextDocument.create(uri, notebookLanguageId(kind), version, text), starts };
    this.#joined.set(uri, joined);
    return joined;
  }
}
