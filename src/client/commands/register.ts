import * as vscode from 'vscode';
import type { EntryLink } from '../../catalogue/types';
import type { Catalogue } from '../catalogue';
import type { Inserter } from '../insert/inserter';
import { pickSnippet } from '../insert/snippetPicker';
import type { SnippetPreview } from '../insert/snippetPreview';
import type { PagePanel } from '../panel/pagePanel';
import { newProject, requestFrom } from '../projects/newProject';
import type { TreeNode } from '../trees/nodes';
import { linkFrom, toolsFrom } from './argument';
import { pickTools } from './compareTools';
import { pickComparison } from './compareWith';
import { copyLink } from './copyLink';
import { explainSelection, type Explain } from './explainSelection';
import { searchCatalogue } from './search';

export interface CommandContext {
  catalogue: Catalogue;
  panel: PagePanel;
  inserter: Inserter;
  preview: SnippetPreview;
  explain: Explain;
}

/** Every command of the manifest, by its id; a test holds the two together. */
export function commands({ catalogue, panel, inserter, preview, explain }: CommandContext) {
  const openIfAny = async (link: EntryLink | undefined) => {
    if (link) await panel.open(link);
  };
  return {
    'dataEngineering.openPage': (argument?: unknown) => openIfAny(linkFrom(argument)),
    'dataEngineering.openDocumentation': async (argument?: unknown) => {
      const documentation = (argument as TreeNode | undefined)?.documentation;
      if (documentation) await vscode.env.openExternal(vscode.Uri.parse(documentation, true));
    },
    'dataEngineering.compareWith': async (argument?: unknown) => {
      const link = linkFrom(argument) ?? panel.current;
      if (link?.kind === 'tool') await openIfAny(await pickComparison(catalogue, link.id));
    },
    'dataEngineering.compare': async (argument?: unknown) => {
      await openIfAny(await pickTools(catalogue, toolsFrom(argument) ?? toolsFrom(panel.current) ?? []));
    },
    'dataEngineering.copyLink': async (argument?: unknown) => {
      const link = linkFrom(argument) ?? panel.current;
      if (link) await copyLink(link);
    },
    'dataEngineering.insertSnippet': async (argument?: unknown) => {
      const link = linkFrom(argument);
      const id = link?.kind === 'snippet' ? link.id : await pickSnippet(catalogue, preview);
      if (id !== undefined) await inserter.insertSnippet(id);
    },
    'dataEngineering.newProject': (argument?: unknown) => newProject(catalogue, requestFrom(argument)),
    'dataEngineering.search': async () => openIfAny(await searchCatalogue(catalogue)),
    'dataEngineering.explainSelection': async () =>
      openIfAny(await explainSelection(explain, (query) => searchCatalogue(catalogue, query))),
  } satisfies Record<string, (argument?: unknown) => Promise<void>>;
}

/** Registers them; what goes wrong is said in one sentence and kept in the log. */
export function registerCommands(context: CommandContext, log: vscode.LogOutputChannel): vscode.Disposable[] {
  return Object.entries<(argument?: unknown) => Promise<void>>(commands(context)).map(([id, run]) =>
    vscode.commands.registerCommand(id, (argument?: unknown) =>
      run(argument).catch((error: unknown) => {
        log.error(error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage('That did not work. The log “Data Engineering Reference” says why.');
      }),
    ),
  );
}
