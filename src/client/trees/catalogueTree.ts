import * as vscode from 'vscode';
import type { CatalogueIndex } from '../../catalogue/types';
import type { Catalogue } from '../catalogue';
import { toTreeItem, type TreeNode } from './nodes';
import { views } from './views';

/** A view over the catalogue: its roots are made at the first look, and keep. */
class CatalogueTree implements vscode.TreeDataProvider<TreeNode> {
  readonly #catalogue: Catalogue;
  readonly #rootsOf: (index: CatalogueIndex) => TreeNode[];
  #roots: Promise<TreeNode[]> | undefined;

  constructor(catalogue: Catalogue, rootsOf: (index: CatalogueIndex) => TreeNode[]) {
    this.#catalogue = catalogue;
    this.#rootsOf = rootsOf;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return toTreeItem(node);
  }

  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]> {
    if (node) return node.children ?? [];
    return (this.#roots ??= this.#catalogue.index().then(this.#rootsOf));
  }
}

export function registerTrees(catalogue: Catalogue): vscode.Disposable[] {
  return Object.entries(views).map(([id, rootsOf]) =>
    vscode.window.registerTreeDataProvider(id, new CatalogueTree(catalogue, rootsOf)),
  );
}
