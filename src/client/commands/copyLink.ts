import * as vscode from 'vscode';
import { entryPath } from '../../catalogue/links';
import type { EntryLink } from '../../catalogue/types';
import { extensionId } from '../extensionId';

/** Copies a link that opens the entry in whatever editor this is: VS Code, Insiders, VSCodium. */
export async function copyLink(link: EntryLink): Promise<void> {
  const uri = vscode.Uri.from({
    scheme: vscode.env.uriScheme,
    authority: extensionId,
    path: entryPath(link),
    ...(link.anchor === undefined ? {} : { fragment: link.anchor }),
  });
  await vscode.env.clipboard.writeText(uri.toString(true));
  vscode.window.setStatusBarMessage('Link copied', 2000);
}
