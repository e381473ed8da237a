import type { Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/languageService';
import type { SettingsStore } from './settings';

/**
 * Quotes open a value or key, a point a member or the next part of a key, a space a value in YAML and a name in Jinja.
 * Letters ask by themselves, except in strings, where an editor waits for one of these.
 */
export const completionCapabilities = {
  completionProvider: { triggerCharacters: ['"', "'", '.', ' '], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: ['(', ','] },
} satisfies ServerCapabilities;

interface Parts {
  documents: TextDocuments<TextDocument>;
  settings: SettingsStore;
  service(): LanguageService | undefined;
}

/** Answers completion and signature help, each as long as its switch is on. */
export function serveCompletion(connection: Connection, { documents, settings, service }: Parts): void {
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const document = documents.get(textDocument.uri);
    const { completion } = await settings.get();
    if (!document || !completion.enabled) return null;
    return (await service()?.doComplete(document, position, context?.triggerCharacter)) ?? null;
  });

  connection.onCompletionResolve(async (item) => (await service()?.doResolveCompletion(item)) ?? item);

  connection.onSignatureHelp(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const { signatureHelp } = await settings.get();
    if (!document || !signatureHelp.enabled) return null;
    return (await service()?.doSignatureHelp(document, position)) ?? null;
  });
}
