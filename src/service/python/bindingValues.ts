import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './bindings';
import { callValue, elementOf, unpacked } from './calls';
import { definitionValue, parameterValue } from './functions';
import { memberOf } from './members';
import type { Resolver } from './resolver';
import { childrenOf, textOf } from './imports';
import { parametersOf, scopeOf } from './syntax';
import { isBoundOften } from './usage';
import { builtin, foreign, partsOf, union, unknown, type Value } from './values';

/** The value that a binding gives its name. */
export function bindingValue({ node, source }: Binding, resolver: Resolver): Value | null {
  switch (source.how) {
    case 'import':
      return resolver.imported(source.path, undefined, '');
    case 'assign':
      return declaredOr(assigned(source, resolver), node, resolver);
    case 'update':
      return updated(source.statement, resolver);
    case 'for': {
      const iterable = sideValue(source.iterable, resolver);
      return iterable && unpacked(elementOf(iterable, resolver), source.unpack, resolver);
    }
    case 'with':
      return unpacked(entered(source.context, resolver), source.unpack, resolver);
    case 'parameter':
      return parameterValue(node, source.definition, resolver);
    case 'definition':
      return definitionValue(source.definition, resolver);
    case 'delete':
    case 'other':
      return foreign;
    default:
      return unknown;
  }
}

/** One side of an assignment: one expression, or several with commas, which are a tuple. */
function sideValue(side: readonly SyntaxNode[], resolver: Resolver): Value | null {
  const items = side.filter((node) => node.name !== ',');
  if (side.length <= 1) return resolver.typeOf(items[0]);
  return builtin('tuple', ...items.slice(0, 32).map((item) => resolver.typeOf(item) ?? unknown));
}

type Assignment = Binding['source'] & { how: 'assign' };

function assigned({ value, annotation, unpack }: Assignment, resolver: Resolver): Value | null {
  const declared = annotation && unpack.length === 0 ? resolver.annotated(annotation) : null;
  if (value.length === 0) return declared ?? unknown;
  const given = unpacked(sideValue(value, resolver), unpack, resolver);
  if (!declared || declared.kind === 'unknown') return given;
  return given && ['instance', 'object', 'class', 'function'].includes(given.kind) ? given : declared;
}

/**
 * What is not known by its value has the type that the name is declared with beside it: `df = clean(df)` where the
 * parameter is `df: DataFrame`.
 */
function declaredOr(value: Value | null, node: SyntaxNode, resolver: Resolver): Value | null {
  if (value?.kind !== 'unknown') return value;
  const name = textOf(node, resolver.text);
  if (isBoundOften(name, node, resolver)) return value;
  const declared = resolver.scopeBindings(scopeOf(node), name).flatMap((binding) => annotationOf(binding) ?? []);
  const [type, ...others] = declared;
  return type && others.length === 0 ? resolver.annotated(type) : value;
}

function annotationOf({ node, source }: Binding): SyntaxNode | null {
  if (source.how === 'assign') return source.unpack.length === 0 ? source.annotation : null;
  if (source.how !== 'parameter') return null;
  const parameter = parametersOf(source.definition).find((one) => one.node.from === node.from);
  return parameter?.star === '' ? parameter.type : null;
}

function updated(statement: SyntaxNode, resolver: Resolver): Value | null {
  const [target, , operand] = childrenOf(statement);
  const before = resolver.typeOf(target);
  const right = resolver.typeOf(operand);
  const column = [before, right].flatMap((value) => (value ? partsOf(value) : [])).find(isColumn);
  return column ?? before;
}

function isColumn(value: Value): boolean {
  return value.kind === 'instance' && value.path === 'pyspark.sql.Column';
}

/** What `with context as …` binds. */
function entered(context: SyntaxNode, resolver: Resolver): Value | null {
  const value = resolver.typeOf(context);
  if (!value) return null;
  const parts = partsOf(value).map((part): Value | null => {
    // a function with `@contextmanager` yields it
    if (part.kind === 'builtin' && part.name === 'iterator') return part.args[0] ?? unknown;
    if (part.kind !== 'instance' && part.kind !== 'object') return part.kind === 'unknown' ? unknown : foreign;
    const method = memberOf(part, '__enter__', resolver)?.value;
    const known = method?.kind === 'symbol' || method?.kind === 'function' || method?.kind === 'callable';
    const result = known ? callValue(method, null, resolver) : null;
    return result && result.kind !== 'unknown' ? result : part.kind === 'instance' ? part : (result ?? unknown);
  });
  return union(parts);
}
