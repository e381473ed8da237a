import { Graphviz } from '@hpcc-js/wasm-graphviz';

const defaults = [
  'bgcolor="transparent"',
  'pad=0.1',
  'node [shape=box style=rounded fontname="Helvetica" fontsize=12 margin="0.16,0.09"]',
  'edge [fontname="Helvetica" fontsize=10 arrowsize=0.7]',
].join('\n');

/**
 * From top to bottom, labels stand side by side. The editor's font is not known here: measured in a wide one, they do
 * not run into each other in any font wider than Helvetica.
 */
const downwards = ['nodesep=0.35', 'ranksep=0.4', 'edge [fontname="Courier"]'].join('\n');

/** Draws Graphviz text as SVG without colours or fonts of its own: the page's style sheet gives both. */
export async function drawDiagram(dot: string): Promise<string> {
  const graphviz = await Graphviz.load();
  const svg = graphviz.dot(withDefaults(dot));
  return stripPresentation(svg.slice(svg.indexOf('<svg')));
}

function withDefaults(dot: string): string {
  if (/\brankdir\s*=\s*"?(?:LR|RL)/.test(dot)) return dot.replace('{', `{\n${defaults}\n`);
  // blanks around the label of an arrow keep it off the line
  const spaced = dot.replace(/(->[^\n;]*?\blabel=")([^"]*)"/g, '$1  $2  "');
  return spaced.replace('{', `{\n${defaults}\n${downwards}\n`);
}

/** Takes out what would fight the theme or the content security policy, and what only adds weight. */
function stripPresentation(svg: string): string {
  return (
    svg
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<title>[\s\S]*?<\/title>/g, '')
      .replace(/<a [^>]*>|<\/a>/g, '')
      .replace(/ (?:fill|stroke|font-family|xmlns:xlink|id)="[^"]*"/g, '')
      .replace(/(<g[^>]*class="graph"[^>]*>\s*)<polygon[^>]*\/>/, '$1')
      // a tenth of a point is finer than a screen shows
      .replace(/\d+\.\d\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
      .replace(/\n+/g, '\n')
      .trim()
  );
}
