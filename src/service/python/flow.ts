import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './bindings';
import { childrenOf } from './imports';
import { sameNode } from './syntax';

/** What can have bound a name where a statement ends. */
interface Outcome {
  bindings: Binding[];
  /** No earlier binding gets past it. */
  certain: boolean;
  /** The run of code does not come out of it: `return`, `raise`. */
  ends?: boolean;
}

/**
 * The bindings of one name that can hold at a use in the same run of code: of each way through the statements before it
 * the last one, and in a loop also what a later statement bound in an earlier round. `bindings` are in the order of the text.
 */
export function reachingBindings(bindings: readonly Binding[], use: SyntaxNode, scope: SyntaxNode): Binding[] {
  const around = ancestors(use, scope);
  const reached: Binding[] = [];
  let rest = bindings.filter((binding) => binding.from <= use.from);
  let stop = -1;
  while (rest.length > 0) {
    const last = rest[rest.length - 1] as Binding;
    const { statement, relation } = relate(last.node, around, scope);
    const inside = rest.filter(({ node }) => node.from >= statement.from && node.to <= statement.to);
    const before = rest.filter((binding) => !inside.includes(binding));
    rest = before.length < rest.length ? before : rest.slice(0, -1);
    if (relation === 'excluded') continue;
    const outcome = outcomeOf(statement, inside.length > 0 ? inside : [last], 0);
    reached.push(...outcome.bindings);
    if (outcome.certain && relation === 'always') {
      stop = statement.from;
      break;
    }
  }
  for (const loop of around) {
    if ((loop.name !== 'ForStatement' && loop.name !== 'WhileStatement') || loop.from <= stop) continue;
    reached.push(
      ...bindings.filter(({ from, node }) => from > use.from && node.from >= loop.from && node.to <= loop.to),
    );
  }
  return [...new Set(reached)];
}

function ancestors(node: SyntaxNode, scope: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    found.push(at);
    if (sameNode(at, scope)) break;
  }
  return found;
}

/** The child of the nearest common ancestor that holds the binding, and whether the use comes after it. */
function relate(node: SyntaxNode, around: SyntaxNode[], scope: SyntaxNode) {
  let statement = node;
  for (let at: SyntaxNode | null = node.parent; at; statement = at, at = at.parent) {
    const parent = at;
    const index = around.findIndex((one) => sameNode(one, parent));
    if (index < 0) continue;
    const branch = around[index - 1];
    return { statement, relation: relationIn(parent, statement, branch) };
  }
  return { statement: scope, relation: 'always' as const };
}

type Relation = 'always' | 'maybe' | 'excluded';

function relationIn(parent: SyntaxNode, binding: SyntaxNode, use: SyntaxNode | undefined): Relation {
  if (binding.name !== 'Body' && binding.name !== 'MatchClause') return 'always';
  if (!use) return 'always';
  if (parent.name === 'IfStatement' || parent.name === 'MatchBody') return 'excluded';
  if (parent.name === 'TryStatement') return relationInTry(binding, use);
  return 'maybe';
}

function relationInTry(binding: SyntaxNode, use: SyntaxNode): Relation {
  const clause = (node: SyntaxNode) => {
    let at: SyntaxNode | null = node;
    while (at && !['try', 'except', 'else', 'finally'].includes(at.name)) at = at.prevSibling;
    return at?.name ?? 'try';
  };
  const [from, to] = [clause(binding), clause(use)];
  if (from === 'except' && to !== 'finally') return 'excluded';
  return from === 'try' && to === 'else' ? 'always' : 'maybe';
}

const deepest = 60;

function outcomeOf(node: SyntaxNode, bindings: Binding[], depth: number): Outcome {
  if (depth > deepest) return { bindings, certain: false };
  switch (node.name) {
    case 'Body':
    case 'StatementGroup':
      return ofSequence(node, bindings, depth);
    case 'IfStatement':
      return ofBranches(
        node,
        bindings,
        depth,
        childrenOf(node).some(({ name }) => name === 'else'),
      );
    case 'MatchStatement':
      return { bindings, certain: false };
    case 'TryStatement':
      return ofTry(node, bindings, depth);
    case 'ForStatement':
    case 'WhileStatement':
      return { bindings: ofBranches(node, bindings, depth, false).bindings, certain: false };
    case 'WithStatement':
      return ofWith(node, bindings, depth);
    default:
      return { bindings: bindings.slice(-1), certain: true };
  }
}

function within(node: SyntaxNode, bindings: readonly Binding[]): Binding[] {
  return bindings.filter((binding) => binding.node.from >= node.from && binding.node.to <= node.to);
}

function ofSequence(node: SyntaxNode, bindings: Binding[], depth: number): Outcome {
  if (endsRun(node)) return { bindings: [], certain: true, ends: true };
  const reached: Binding[] = [];
  for (let child = node.lastChild; child; child = child.prevSibling) {
    const inside = within(child, bindings);
    if (inside.length === 0) continue;
    const outcome = outcomeOf(child, inside, depth + 1);
    reached.push(...outcome.bindings);
    if (outcome.certain) return { bindings: reached, certain: true };
  }
  return { bindings: reached, certain: false };
}

function endsRun(body: SyntaxNode): boolean {
  const last = body.lastChild;
  return last?.name === 'ReturnStatement' || last?.name === 'RaiseStatement' || last?.name === 'ContinueStatement';
}

function ofBranches(node: SyntaxNode, bindings: Binding[], depth: number, complete: boolean): Outcome {
  const bodies = childrenOf(node).filter((child) => child.name === 'Body');
  const outcomes = bodies.map((body) => outcomeOf(body, within(body, bindings), depth + 1)).filter((one) => !one.ends);
  const reached = outcomes.flatMap((outcome) => outcome.bindings);
  const head = bindings.filter(({ node: at }) => !bodies.some((body) => at.from >= body.from && at.to <= body.to));
  const certain = complete && outcomes.every((outcome) => outcome.certain);
  return { bindings: certain ? reached : [...head.slice(-1), ...reached], certain: certain || head.length > 0 };
}

function ofTry(node: SyntaxNode, bindings: Binding[], depth: number): Outcome {
  const reached: Binding[] = [];
  let [clause, tried, handled, final] = ['', false, true, false];
  for (const child of childrenOf(node)) {
    if (['try', 'except', 'else', 'finally'].includes(child.name)) clause = child.name;
    if (child.name !== 'Body') continue;
    const outcome = outcomeOf(child, within(child, bindings), depth + 1);
    if (!outcome.ends) reached.push(...outcome.bindings);
    if (clause === 'try' || clause === 'else') tried ||= outcome.certain;
    else if (clause === 'except') handled &&= outcome.certain;
    else final ||= outcome.certain && !outcome.ends;
  }
  return { bindings: reached, certain: final || (tried && handled) };
}

function ofWith(node: SyntaxNode, bindings: Binding[], depth: number): Outcome {
  const body = childrenOf(node).find((child) => child.name === 'Body');
  const inside = body ? within(body, bindings) : [];
  const outcome = body && inside.length > 0 ? outcomeOf(body, inside, depth + 1) : null;
  const head = bindings.filter((binding) => !inside.includes(binding));
  if (outcome?.certain || head.length === 0) return outcome ?? { bindings, certain: false };
  return { bindings: [...head.slice(-1), ...(outcome?.bindings ?? [])], certain: true };
}
