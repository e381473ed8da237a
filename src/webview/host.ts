import type { PageMessage, PanelMessage, PlaceState } from '../protocol/page';

/** What VS Code gives a webview's script. */
export interface Host {
  postMessage(message: PageMessage): void;
  getState(): PlaceState | undefined;
  setState(state: PlaceState): void;
}

/** A message of ours, or nothing: other scripts and extensions of the browser post to a window too. */
export function readPanelMessage(data: unknown): PanelMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Partial<PanelMessage>;
  if (message.type === 'show' && typeof message.page === 'object' && message.page) return message as PanelMessage;
  if (message.type === 'failed' && typeof message.message === 'string') return message as PanelMessage;
  if (message.type === 'workspaceVersions' && Array.isArray(message.versions)) return message as PanelMessage;
  return undefined;
}
