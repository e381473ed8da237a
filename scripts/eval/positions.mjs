// @ts-check
// The positions of a Python file at which a hover is asked for.

/** @typedef {'import' | 'name' | 'attribute' | 'keyword'} Kind */

/**
 * The imported names, attributes and keywords of a text, with their lines and UTF-16 columns. A name that the file binds
 * otherwise, a variable, a parameter or a function of its own, is no symbol of a package wherever it stands.
 * @param {import('@lezer/lr').LRParser} parser @param {string} text
 */
export function positionsIn(parser, text) {
  const tree = parser.parse(text);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  /** @type {{ node: import('@lezer/common').SyntaxNode, line: number, character: number }[]} */
  const found = [];
  const bound = boundIn(text);
  let line = 0;
  tree.iterate({
    enter(ref) {
      if (ref.name !== 'VariableName' && ref.name !== 'PropertyName') return;
      while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= ref.from) line++;
      if (!mayBeOne(ref.node, text, bound)) return;
      found.push({ node: ref.node, line, character: ref.from - (starts[line] ?? 0) });
    },
  });
  return found;
}

/** @param {import('@lezer/common').SyntaxNode} node @returns {Kind} */
export function kindOf(node) {
  if (node.parent?.name === 'ImportStatement') return 'import';
  if (node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp') return 'keyword';
  return node.name === 'PropertyName' || node.prevSibling?.name === '.' ? 'attribute' : 'name';
}

/**
 * Whether a node can be a symbol of a package.
 * @param {import('@lezer/common').SyntaxNode} node @param {string} text @param {{ imported: Set<string>, stars: boolean }} bound
 */
function mayBeOne(node, text, { imported, stars }) {
  if (kindOf(node) !== 'name') return true;
  if (node.parent?.name === 'ParamList' && node.prevSibling?.name !== 'AssignOp') return false;
  return stars || imported.has(text.slice(node.from, node.to));
}

/** The words of a text's import statements. @param {string} text */
function boundIn(text) {
  const imported = new Set();
  for (const [statement] of text.matchAll(
    /^[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+(?:\([^)]*\)|[^\n]+(?:\\\n[^\n]+)*)/gm,
  ))
    for (const word of statement.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []) imported.add(word);
  return { imported, stars: /^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+\*/m.test(text) };
}
