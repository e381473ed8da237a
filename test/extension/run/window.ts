import { askOutside } from './outside';

/**
 * What a test can do to the window that it runs in only from outside: with mouse and keyboard.
 * In a desktop window nobody is outside: `isDriven()` is false there, and the others throw.
 */
export async function isDriven(): Promise<boolean> {
  const options = await askOutside<{ driven: boolean }>('options');
  return options?.driven ?? false;
}

/** Text of the hover that appears over a piece of text in the active editor; null when none does within `timeout` ms. */
export function hoverOver(
  text: string,
  options: { occurrence?: number; timeout?: number } = {},
): Promise<string | null> {
  return ask('hover', text, options);
}

/** Runs a command by its title in the palette. */
export function runCommand(title: string): Promise<void> {
  return ask('runCommand', title);
}

/** Answers the quick pick that is there, or about to be: types, and takes the entry whose label begins so. */
export function choose(typed: string, label: string): Promise<void> {
  return ask('choose', typed, label);
}

/** Opens a view container by its name in the activity bar. */
export function openViewContainer(name: string): Promise<void> {
  return ask('openViewContainer', name);
}

/** Accessible labels of a tree view's rows in sight. */
export function treeRows(view: string): Promise<string[]> {
  return ask('treeRows', view);
}

/** Clicks a tree view's row by the beginning of its label. */
export function clickTreeRow(view: string, label: string): Promise<void> {
  return ask('clickTreeRow', view, label);
}

/** Texts of the elements in the webview panel in sight. */
export function webviewText(selector = 'body'): Promise<string[]> {
  return ask('webviewText', selector);
}

/** Clicks in the webview panel in sight. */
export function clickInWebview(selector: string): Promise<void> {
  return ask('webviewClick', selector);
}

/** Presses a key or a chord, as Playwright names them: `Control+Space`. */
export function press(keys: string): Promise<void> {
  return ask('press', keys);
}

/** Types text. */
export function type(text: string): Promise<void> {
  return ask('type', text);
}

/** Takes a picture, where a folder for them was given. */
export function screenshot(name: string): Promise<void> {
  return ask('screenshot', name);
}

async function ask<Answer>(what: string, ...args: unknown[]): Promise<Answer> {
  return (await askOutside<Answer>(what, ...args)) as Answer;
}
