import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './bindings';
import { bindingValue } from './bindingValues';
import type { Member } from './evaluator';
import { textOf } from './imports';
import { memberOf } from './members';
import type { Resolver } from './resolver';
import { argumentsOf, bodyOf, childNamed, parametersOf } from './syntax';
import { decoratorsOf } from './functions';
import { foreign, union, unknown, type Value } from './values';

const deepest = 12;

/** A member of a class of this file: from its body, from `self.name = …` in its methods, then from its bases. */
export function classMember(
  definition: SyntaxNode,
  name: string,
  self: Value,
  resolver: Resolver,
  depth = 0,
): Member | null {
  if (depth > deepest) return { value: unknown };
  const own = resolver.scope(definition).get(name) ?? [];
  const method = own.find(({ source }) => source.how === 'definition');
  if (method?.source.how === 'definition') return methodOf(method, method.source.definition, self, resolver);
  const assigned = own.length > 0 ? own.map((binding) => bindingValue(binding, resolver)) : [];
  const values = [...assigned, ...selfAssignments(definition, name, resolver)];
  if (values.length > 0) return { value: union(values) };
  return ofBases(definition, name, self, resolver, depth);
}

function methodOf(binding: Binding, definition: SyntaxNode, self: Value, resolver: Resolver): Member {
  const isProperty = decoratorsOf(definition).some((decorator) =>
    /^@(?:\w+\.)*(?:cached_)?property$/.test(textOf(decorator, resolver.text).trim()),
  );
  if (isProperty) return { value: resolver.returned(definition, null) };
  const value = bindingValue(binding, resolver);
  return { value: value?.kind === 'function' ? { ...value, self } : value };
}

/** Values of `self.name = …` in the methods, by the name that the method gives its first parameter. */
function selfAssignments(definition: SyntaxNode, name: string, resolver: Resolver): (Value | null)[] {
  const found: (Value | null)[] = [];
  for (const { target, statement } of resolver.attributes(definition).get(name) ?? []) {
    const annotation = childNamed(statement, 'TypeDef')?.lastChild;
    const declared = annotation ? resolver.annotated(annotation) : null;
    if (declared && declared.kind !== 'unknown') found.push(declared);
    else {
      const isLast = statement.lastChild && statement.lastChild.from > target.to;
      if (isLast && statement.lastChild?.name !== 'TypeDef') found.push(resolver.typeOf(statement.lastChild));
    }
  }
  return found;
}

export interface AttributeAssignment {
  target: SyntaxNode;
  statement: SyntaxNode;
}

/** Every `self.name = value` in the methods of a class. */
export function readAttributes(definition: SyntaxNode, text: string): Map<string, AttributeAssignment[]> {
  const found = new Map<string, AttributeAssignment[]>();
  const body = bodyOf(definition);
  for (let at = body?.firstChild ?? null; at; at = at.nextSibling) {
    const method = at.name === 'DecoratedStatement' ? childNamed(at, 'FunctionDefinition') : at;
    const first = method?.name === 'FunctionDefinition' ? parametersOf(method)[0] : undefined;
    if (!method || !first) continue;
    const self = textOf(first.node, text);
    method.cursor().iterate((ref) => {
      if (ref.name !== 'AssignStatement') return undefined;
      const statement = ref.node;
      const target = statement.firstChild;
      const property = target?.name === 'MemberExpression' ? target.lastChild : null;
      if (
        target &&
        property?.name === 'PropertyName' &&
        target.firstChild &&
        textOf(target.firstChild, text) === self
      ) {
        const name = textOf(property, text);
        const known = found.get(name);
        if (known) known.push({ target, statement });
        else found.set(name, [{ target, statement }]);
      }
      return false;
    });
  }
  return found;
}

function ofBases(definition: SyntaxNode, name: string, self: Value, resolver: Resolver, depth: number): Member | null {
  let known = true;
  for (const { name: keyword, value } of argumentsOf(childNamed(definition, 'ArgList'))) {
    if (keyword) continue;
    const base = resolver.typeOf(value);
    if (base?.kind === 'class' && base.node.from !== definition.from) {
      const member = classMember(base.node, name, self, resolver, depth + 1);
      if (member && member.value?.kind !== 'foreign') return member;
    } else if (base?.kind === 'symbol' && base.symbol.kind === 'class') {
      const member = memberOf({ kind: 'instance', path: base.symbol.path, args: [] }, name, resolver);
      if (member?.symbol) return member;
    } else if (base?.kind !== 'foreign') known = false;
  }
  return { value: known ? foreign : unknown };
}
