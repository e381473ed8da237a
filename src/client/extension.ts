import * as vscode from 'vscode';
import { Catalogue } from './catalogue';
import { registerCommands } from './commands/register';
import { Inserter } from './insert/inserter';
import { LastEditor } from './insert/lastEditor';
import { SnippetPreview } from './insert/snippetPreview';
import { LazyServer, type RunningClient } from './lazyServer';
import { PagePanel } from './panel/pagePanel';
import { registerTrees } from './trees/catalogueTree';
import { EntryUriHandler } from './uriHandler';
import { workspaceVersions } from './workspace/pinnedTools';
import { pathInWorkspace, WorkspaceTree, workspaceViewId } from './workspace/workspaceTree';

export type StartClient = (catalogue: Catalogue, log: vscode.LogOutputChannel) => Promise<RunningClient>;

/** Wires everything; nothing here reads a file or starts a process before a view, a command or a document asks for it. */
export function activateExtension(context: vscode.ExtensionContext, startClient: StartClient): void {
  const log = vscode.window.createOutputChannel('Data Engineering Reference', { log: true });
  const catalogue = new Catalogue(context.extensionUri);
  const lastEditor = new LastEditor();
  const inserter = new Inserter(catalogue, lastEditor);
  const preview = new SnippetPreview(catalogue);
  const panel = new PagePanel(context.extensionUri, catalogue, inserter, log);
  const server = new LazyServer(() => startClient(catalogue, log), log);
  context.subscriptions.push(
    log,
    lastEditor,
    server,
    preview.register(),
    panel.register(),
    vscode.window.registerUriHandler(new EntryUriHandler(panel)),
    ...registerTrees(catalogue),
    ...registerCommands({ catalogue, panel, inserter, preview, explain: (params) => server.explain(params) }, log),
  );
  const workspace = new WorkspaceTree(catalogue, () => server.pins());
  server.onDidChangePins(() => {
    workspace.refresh();
    void server.pins().then(
      (pins) => panel.setWorkspaceVersions(workspaceVersions(pins, pathInWorkspace)),
      () => undefined,
    );
  });
  context.subscriptions.push(vscode.window.registerTreeDataProvider(workspaceViewId, workspace));
  server.startWithFirstDocument();
}
