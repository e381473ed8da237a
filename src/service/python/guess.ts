import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';
import { commonMembers } from './common';
import { textOf } from './imports';
import type { Resolver } from './resolver';
import { argumentsOf, childNamed, stringText } from './syntax';

/** Names that everybody gives to objects of these classes; they choose among classes that share a member's name. */
const usualNames: ReadonlyMap<string, string> = new Map([
  ['spark', 'pyspark.sql.SparkSession'],
  ['spark_session', 'pyspark.sql.SparkSession'],
  ['sc', 'pyspark.SparkContext'],
  ['sqlContext', 'pyspark.sql.SQLContext'],
  ['df', 'pyspark.sql.DataFrame'],
]);

/** Methods of Spark's named by a word that anybody gives to a method. */
const everyday: ReadonlySet<string> = new Set(['lookup']);

const runningTask = ['airflow.sdk.types.RuntimeTaskInstanceProtocol', 'airflow.models.TaskInstance'] as const;

/** What Airflow hands to a running task, by the names that it has there: in Airflow 3, and in 2. */
const ofRun: ReadonlyMap<string, readonly [string, string]> = new Map<string, readonly [string, string]>([
  ['ti', runningTask],
  ['task_instance', runningTask],
  ['dag_run', ['airflow.sdk.types.DagRunProtocol', 'airflow.models.DagRun']],
  ['dag', ['airflow.sdk.DAG', 'airflow.models.DAG']],
]);

/** Files that name one of these call it `dag` too. */
const storedDags = /\.(?:DagModel|SerializedDagModel|SerializedDAG|LazyDeserializedDAG)$/;

/** Parts of an inventory that take the names of another package's: they count only where the file imports them. */
const echoes = ['pyspark.pandas', 'pyspark.ml', 'pyspark.mllib'];

/**
 * The member of an unknown receiver: only where no object of Python itself or of the usual packages has a member of that
 * name, one class of an API that the file imports has it, and the code uses it as that class means it.
 */
export function guessMember(member: SyntaxNode, name: string, resolver: Resolver): ApiSymbol | undefined {
  if (commonMembers.has(name) || everyday.has(name) || name.startsWith('_') || name.length < 4) return undefined;
  const owners = resolver.api.owners(name).filter((owner) => resolver.imports(owner));
  const receiver = receiverName(member, resolver);
  const usual = receiver === undefined ? [] : usualOwners(receiver, resolver);
  // Airflow's hooks and models take everyday words for their methods
  const only = owners.length === 1 && !owners[0]?.startsWith('airflow.') ? owners[0] : undefined;
  const owner = only ?? usual.find((path) => owners.includes(path));
  const symbol = owner === undefined ? undefined : resolver.api.member(owner, name);
  if (!symbol) return undefined;
  const called = member.parent?.name === 'CallExpression' && member.parent.firstChild?.from === member.from;
  if (symbol.kind === 'method') return called && fits(symbol, member.parent, resolver) ? symbol : undefined;
  return symbol.kind !== 'class' && !called && usual.includes(owner ?? '') ? symbol : undefined;
}

/** Whether a method takes what a call gives: `withColumn("a", "int", minValue=1)` is another package's. */
function fits({ parameters = [] }: ApiSymbol, call: SyntaxNode | null, { text }: Resolver): boolean {
  const given = argumentsOf(call && childNamed(call, 'ArgList'));
  if (given.some(({ star }) => star !== '')) return true;
  const named = given.flatMap(({ name }) => (name ? [textOf(name, text)] : []));
  const takes = (name: string) => parameters.some((one) => one.name === name || one.kind === 'options');
  const positional = parameters.filter(({ kind }) => kind === 'any' || kind === 'positional').length;
  const many = parameters.some(({ kind }) => kind === 'rest');
  return named.every(takes) && (many || given.length - named.length <= positional);
}

function usualOwners(receiver: string, resolver: Resolver): readonly string[] {
  const usual = usualNames.get(receiver);
  return usual === undefined ? classesOfRun(receiver, resolver.names.imports()) : [usual];
}

/** The class of what a task of Airflow's gets under a name, in a file that imports these paths. */
export function classOfRun(name: string, imports: readonly string[]): string | undefined {
  return classesOfRun(name, imports)[0];
}

/** The same, and after it the one of the other release. */
function classesOfRun(name: string, imports: readonly string[]): readonly string[] {
  const classes = ofRun.get(name);
  if (!classes || !speaksOf('airflow', imports)) return [];
  if (name === 'dag' && imports.some((path) => storedDags.test(path))) return [];
  return imports.some((path) => path.startsWith('airflow.sdk')) ? classes : [classes[1], classes[0]];
}

/** `spark` in `spark.x` and in `self.spark.x`, `ti` in `context["ti"].x`. */
function receiverName(member: SyntaxNode, { text }: Resolver): string | undefined {
  const object = member.firstChild;
  const key = object?.lastChild?.name === ']' ? stringText(object.lastChild.prevSibling, text) : null;
  if (key !== null) return key;
  const name = object?.name === 'MemberExpression' ? object.lastChild : object;
  return name?.name === 'VariableName' || name?.name === 'PropertyName' ? textOf(name, text) : undefined;
}

/** Whether a file that imports these paths speaks of a class. */
export function speaksOf(owner: string, imports: readonly string[]): boolean {
  const part = echoes.find((echo) => owner.startsWith(`${echo}.`)) ?? owner.split('.')[0] ?? owner;
  return imports.some((path) => path === part || path.startsWith(`${part}.`));
}
