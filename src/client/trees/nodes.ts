import * as vscode from 'vscode';
import { landscapeId } from '../../catalogue/landscape';
import type {
  Category,
  ComparisonSummary,
  EntryLink,
  GuideSummary,
  Heading,
  SnippetSummary,
  TermSummary,
  ToolSummary,
  TopicSummary,
} from '../../catalogue/types';

/** What stands in a view. `link` is the page that opens; groups have none. */
export interface TreeNode {
  /** Unique within its view. */
  id: string;
  type:
    'topic' | 'section' | 'tool' | 'comparison' | 'snippet' | 'term' | 'guide' | 'landscape' | 'group' | 'pin' | 'fact';
  label: string;
  description?: string;
  tooltip?: string;
  icon: string;
  link?: EntryLink;
  documentation?: string;
  /** Where a file opens. */
  place?: { uri: string; line: number };
  children?: TreeNode[];
}

const typeNames: Record<TreeNode['type'], string> = {
  topic: 'topic',
  section: 'section',
  tool: 'tool',
  comparison: 'comparison table',
  snippet: 'snippet',
  term: 'term',
  guide: 'guide',
  landscape: 'overview',
  group: 'group',
  pin: 'pinned in a file',
  fact: 'fact',
};

export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const state = node.children?.length
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(node.label, state);
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon(node.icon);
  item.contextValue = node.type;
  if (node.description) item.description = node.description;
  if (node.tooltip) item.tooltip = node.tooltip;
  const spoken = [node.label, typeNames[node.type], node.description].filter(Boolean).join(', ');
  item.accessibilityInformation = { label: spoken };
  if (node.place) {
    const start = new vscode.Position(node.place.line, 0);
    const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
    const where = [vscode.Uri.parse(node.place.uri), options];
    item.command = { command: 'vscode.open', title: 'Open file', arguments: where };
  } else if (node.link) {
    item.command = { command: 'dataEngineering.openPage', title: 'Open page', arguments: [node.link] };
  }
  return item;
}

export function topicNode(topic: TopicSummary, children: TreeNode[]): TreeNode {
  return {
    id: topic.id,
    type: 'topic',
    label: topic.title,
    tooltip: topic.summary,
    icon: 'book',
    link: { kind: 'topic', id: topic.id },
    children,
  };
}

export function sectionNode(topic: TopicSummary, { anchor, title }: Heading): TreeNode {
  return {
    id: `${topic.id}#${anchor}`,
    type: 'section',
    label: title,
    icon: 'symbol-text',
    link: { kind: 'topic', id: topic.id, anchor },
  };
}

export function toolNode(tool: ToolSummary, parent: string): TreeNode {
  return {
    id: `${parent}/tool/${tool.id}`,
    type: 'tool',
    label: tool.name,
    description: tool.kind,
    tooltip: tool.summary,
    icon: 'tools',
    link: { kind: 'tool', id: tool.id },
    documentation: tool.documentation,
  };
}

export function comparisonNode(comparison: ComparisonSummary, parent: string): TreeNode {
  return {
    id: `${parent}/comparison/${comparison.id}`,
    type: 'comparison',
    label: comparison.title,
    tooltip: comparison.question,
    icon: 'table',
    link: { kind: 'comparison', id: comparison.id },
  };
}

export function snippetNode(snippet: SnippetSummary): TreeNode {
  return {
    id: `snippet/${snippet.id}`,
    type: 'snippet',
    label: snippet.title,
    description: snippet.prefix,
    tooltip: snippet.description,
    icon: 'symbol-snippet',
    link: { kind: 'snippet', id: snippet.id },
  };
}

export function termNode(term: TermSummary): TreeNode {
  return {
    id: `term/${term.id}`,
    type: 'term',
    label: term.name,
    tooltip: term.summary,
    icon: 'mention',
    link: { kind: 'term', id: term.id },
  };
}

export function guideNode({ id, title, question }: GuideSummary): TreeNode {
  return {
    id: `guide/${id}`,
    type: 'guide',
    label: title,
    tooltip: question,
    icon: 'milestone',
    link: { kind: 'guide', id },
  };
}

export function landscapeNode(): TreeNode {
  return {
    id: 'landscape',
    type: 'landscape',
    label: 'Landscape of tools',
    tooltip: 'Every tool by what it does, on one page.',
    icon: 'map',
    link: { kind: 'landscape', id: landscapeId },
  };
}

export function groupNode(id: string, label: string, icon: string, children: TreeNode[]): TreeNode {
  return { id: `group/${id}`, type: 'group', label, icon, children };
}

export function categoryNode(category: Category, tools: ToolSummary[]): TreeNode {
  const id = `category/${category.id}`;
  return groupNode(
    category.id,
    category.title,
    category.icon,
    tools.map((tool) => toolNode({ ...tool }, id)),
  );
}
