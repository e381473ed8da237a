import type { CatalogueIndex, Page } from '../../catalogue/types';
import type { WorkspacePin } from '../../protocol/manifests';
import type { WorkspaceVersion } from '../../protocol/page';
import type { TreeNode } from '../trees/nodes';

/** What the tree needs of a tool's page. */
type PageOf = (id: string) => Promise<Page | undefined>;

/** What a tool's page says of the workspace: the versions of the tool itself, and where they are pinned. */
export function workspaceVersions(pins: readonly WorkspacePin[], pathOf: (uri: string) => string): WorkspaceVersion[] {
  const tools = [...new Set(pins.map(({ tool }) => tool))];
  const own = tools.flatMap((id) =>
    ownPins(
      id,
      pins.filter(({ tool }) => tool === id),
    ),
  );
  return own.flatMap(({ tool, version, uri }) => (version === undefined ? [] : { tool, version, where: pathOf(uri) }));
}

/** A node for each pinned tool, which opens to where it is pinned, its newest release, its support and what changed. */
export async function pinnedToolNodes(
  pins: readonly WorkspacePin[],
  index: CatalogueIndex,
  pageOf: PageOf,
  pathOf: (uri: string) => string,
): Promise<TreeNode[]> {
  const ids = index.tools.map(({ id }) => id).filter((id) => pins.some(({ tool }) => tool === id));
  return Promise.all(
    ids.map((id) =>
      toolNode(
        id,
        pins.filter(({ tool }) => tool === id),
        index,
        pageOf,
        pathOf,
      ),
    ),
  );
}

async function toolNode(
  id: string,
  pins: WorkspacePin[],
  index: CatalogueIndex,
  pageOf: PageOf,
  pathOf: (uri: string) => string,
): Promise<TreeNode> {
  const tool = index.tools.find((one) => one.id === id);
  const versions = [...new Set(ownPins(id, pins).flatMap(({ version }) => version ?? []))];
  const page = await pageOf(id);
  const facts = page?.kind === 'tool' ? page.facts : [];
  const factNodes = ['Newest release', 'Support ends'].flatMap((label) => {
    const fact = facts.find((one) => one.label === label);
    return fact ? factNode(id, fact.label, fact.value) : [];
  });
  return {
    id: `pinned/${id}`,
    type: 'tool',
    label: tool?.name ?? id,
    description: versions.length > 0 ? versions.join(', ') : 'no fixed version',
    tooltip: tool?.summary,
    icon: 'tools',
    link: { kind: 'tool', id },
    documentation: tool?.documentation,
    children: [...pins.map((pin) => pinNode(pin, pathOf)), ...factNodes, ...changeNodes(id, versions, index)],
  };
}

/** Those of the tool itself where one is among them: its providers and adapters have versions of their own. */
function ownPins(id: string, pins: WorkspacePin[]): WorkspacePin[] {
  const own = pins.filter(({ package: name }) => [id, `apache-${id}`, `${id}-core`].includes(name));
  return own.length > 0 ? own : pins;
}

function pinNode({ tool, package: name, written, uri, line }: WorkspacePin, pathOf: (uri: string) => string): TreeNode {
  const place = `${pathOf(uri)}:${line + 1}`;
  return {
    id: `pinned/${tool}/${uri}/${line}/${name}`,
    type: 'pin',
    label: `${name} ${written || '(any version)'}`,
    description: place,
    tooltip: place,
    icon: 'pin',
    place: { uri, line },
  };
}

function factNode(id: string, label: string, value: string): TreeNode {
  return {
    id: `pinned/${id}/${label}`,
    type: 'fact',
    label: `${label}: ${value}`,
    tooltip: value,
    icon: 'info',
    link: { kind: 'tool', id },
  };
}

/** Tables of the form `airflow-2-and-3` say what changed for who still pins the older of the two. */
function changeNodes(id: string, versions: readonly string[], { comparisons }: CatalogueIndex): TreeNode[] {
  const majors = versions.map((version) => Number.parseInt(version, 10));
  return comparisons.flatMap((comparison) => {
    const [, family, older] = /^([a-z-]+)-(\d+)-and-\d+$/.exec(comparison.id) ?? [];
    const isOlder = older !== undefined && majors.some((major) => major <= Number(older));
    if (family === undefined || !isOlder || (id !== family && !comparison.tools.includes(id))) return [];
    return {
      id: `pinned/${id}/${comparison.id}`,
      type: 'comparison' as const,
      label: `What changed: ${comparison.title}`,
      tooltip: comparison.question,
      icon: 'table',
      link: { kind: 'comparison' as const, id: comparison.id },
    };
  });
}
