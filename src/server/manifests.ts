import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Names } from '../service/names';
import { holdsPins, type WorkspacePins } from '../service/pins/workspacePins';
import {
  manifestsNotification,
  pinsChangedNotification,
  pinsRequest,
  type ManifestsParams,
  type WorkspacePin,
} from '../protocol/manifests';

/** Takes the files that pin versions from the client and from what is being edited, and tells what they pin. */
export function serveManifests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  pins: WorkspacePins,
  names: () => Promise<Names | null>,
): void {
  // other clients than those that send manifests or ask for pins do not know the message
  let asked = false;
  const changed = () => {
    if (asked) void connection.sendNotification(pinsChangedNotification);
  };

  documents.onDidChangeContent(({ document }) => {
    if (!holdsPins(document.uri)) return;
    pins.set(document.uri, document.getText());
    changed();
  });

  connection.onNotification(manifestsNotification, ({ files }: ManifestsParams) => {
    asked = true;
    for (const { uri, text } of files) {
      if (text === null) pins.delete(uri);
      else pins.set(uri, text);
    }
    changed();
  });

  connection.onRequest(pinsRequest, async (): Promise<WorkspacePin[]> => {
    asked = true;
    const known = await names();
    if (!known) return [];
    return pins.all().flatMap(({ package: name, version, written, uri, line }) => {
      const tool = known.exact('pypi', name) ?? known.wildcard('dbtPackages', name);
      const pin = { package: name, written, uri, line, ...(version !== undefined && { version }) };
      return tool === undefined ? [] : { tool, ...pin };
    });
  });
}
