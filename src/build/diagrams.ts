import { Graphviz } from '@hpcc-js/wasm-graphviz';

/**
 * The editor's font is not known here. Labels of arrows are measured in a wide one, or they run into each other in any
 * font wider than Helvetica.
 */
const defaults = [
  'bgcolor="transparent"',
  'pad=0.1',
  'nodesep=0.35',
  'ranksep=0.4',
  'node [shape=box style=rounded fontname="Helvetica" fontsize=12 margin="0.16,0.09"]',
  'edge [fontname="Courier" fontsize=10 arrowsize=0.7]',
].join('\n');

/** Draws Graphviz text as SVG without colours or fonts of its own: the page's style sheet gives both. */
export async function drawDiagram(dot: string): Promise<string> {
  const graphviz = await Graphviz.load();
  const svg = graphviz.dot(besideArrows(dot).replace('{', `{\n${defaults}\n`));
  return stripPresentation(svg.slice(svg.indexOf('<svg')));
}

/** Blanks around the label of an arrow keep it off the line. */
function besideArrows(dot: string): string {
  return dot.replace(/(->[^\n;]*?\blabel=")([^"]*)"/g, '$1  $2  "');
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
