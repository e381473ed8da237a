import type { CatalogueIndex } from '../../catalogue/types';
import {
  categoryNode,
  comparisonNode,
  groupNode,
  guideNode,
  landscapeNode,
  sectionNode,
  snippetNode,
  termNode,
  toolNode,
  topicNode,
  type TreeNode,
} from './nodes';

/** The views of the container, by their id in package.json, and what stands in each. */
export const views = {
  'dataEngineering.topics': topicRoots,
  'dataEngineering.tools': toolRoots,
  'dataEngineering.comparisons': comparisonRoots,
  'dataEngineering.starterCode': starterCodeRoots,
  'dataEngineering.glossary': glossaryRoots,
} satisfies Record<string, (index: CatalogueIndex) => TreeNode[]>;

/** Topics in reading order; each opens to its sections, its tables and its tools. */
function topicRoots({ topics, comparisons, tools }: CatalogueIndex): TreeNode[] {
  return topics.map((topic) =>
    topicNode(topic, [
      ...topic.sections.map((section) => sectionNode(topic, section)),
      ...inOrder(topic.comparisons, comparisons).map((comparison) => comparisonNode(comparison, topic.id)),
      ...inOrder(topic.tools, tools).map((tool) => toolNode(tool, topic.id)),
    ]),
  );
}

function toolRoots({ categories, tools }: CatalogueIndex): TreeNode[] {
  const groups = categories
    .map((category) =>
      categoryNode(
        category,
        tools.filter((tool) => tool.category === category.id),
      ),
    )
    .filter((node) => node.children?.length);
  return [landscapeNode(), ...groups];
}

/** Guides first: who does not know what to compare wants to choose. */
function comparisonRoots({ comparisons, guides }: CatalogueIndex): TreeNode[] {
  return [...guides.map(guideNode), ...comparisons.map((comparison) => comparisonNode(comparison, 'all'))];
}

function starterCodeRoots({ snippets, tools }: CatalogueIndex): TreeNode[] {
  const folders = [...new Set(snippets.map((snippet) => snippet.tool))];
  const first = ['spark', 'airflow', 'dbt'].filter((folder) => folders.includes(folder));
  const ordered = [...first, ...folders.filter((folder) => !first.includes(folder)).sort()];
  return ordered.map((folder) => {
    const name = tools.find((tool) => tool.id === folder)?.name ?? folder;
    return groupNode(folder, name, 'folder', snippets.filter((snippet) => snippet.tool === folder).map(snippetNode));
  });
}

/** Terms by name; a letter each would only add a click. */
function glossaryRoots({ terms }: CatalogueIndex): TreeNode[] {
  return terms.map(termNode);
}

function inOrder<T extends { id: string }>(ids: string[], entries: T[]): T[] {
  return ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
}
