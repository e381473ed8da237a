import * as vscode from 'vscode';
import type { WorkspacePin } from '../../protocol/manifests';
import type { Catalogue } from '../catalogue';
import { toTreeItem, type TreeNode } from '../trees/nodes';
import { pinnedToolNodes } from './pinnedTools';

export const workspaceViewId = 'dataEngineering.workspace';

/** A file's path as people of this workspace call it. */
export function pathInWorkspace(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

/** The view *In This Workspace*: tools and the versions that its files pin. Asks the server, and anew when they change. */
export class WorkspaceTree implements vscode.TreeDataProvider<TreeNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly pins: () => Promise<WorkspacePin[]>,
  ) {}

  refresh(): void {
    this.#changed.fire();
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return toTreeItem(node);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return node.children ?? [];
    const [pins, index] = await Promise.all([this.pins(), this.catalogue.index()]);
    return pinnedToolNodes(pins, index, (id) => this.catalogue.page({ kind: 'tool', id }), pathInWorkspace);
  }
}
