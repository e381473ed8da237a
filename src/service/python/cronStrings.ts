import type { SyntaxNode } from '@lezer/common';
import { calledSymbols, parameterOf } from './arguments';
import { dagZone, timetableZone } from './cronZone';
import { textOf } from './imports';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { argumentsOf, type Argument } from './syntax';

type Cron = Extract<PythonMention, { kind: 'cron' }>;

/** Five to seven fields, or a preset. */
const shape = /^(?:@\w+|\s*\S+(?:\s+\S+){4,6}\s*)$/;

const timetables = /^airflow\.(?:\w+\.)+(?:Multiple)?Cron\w*Timetable$/;

/** The schedule that a string is, given to a Dag or a timetable of Airflow's. */
export function cronAt(
  list: SyntaxNode,
  argument: Argument,
  text: string,
  place: { start: number; end: number },
  resolver: Resolver,
): Cron | null {
  if (argument.star || !shape.test(text)) return null;
  const [symbol] = calledSymbols(list, resolver);
  if (!symbol?.path.startsWith('airflow.')) return null;
  const cron = { ...place, kind: 'cron' as const, of: symbol.path, text };
  if (!timetables.test(symbol.path)) {
    const isSchedule = scheduleNames.has(
      parameterOf(list, argument, resolver)?.name ?? formerName(argument, symbol.path, resolver),
    );
    return isSchedule ? { ...cron, zone: dagZone(list, resolver) } : null;
  }
  if (!isExpression(list, argument, symbol.path, resolver)) return null;
  const hasInterval = argumentsOf(list).some(
    ({ name, star }) => star || (name && named(name, resolver) === 'interval'),
  );
  return {
    ...cron,
    zone: timetableZone(list, resolver),
    ...(!hasInterval && { covers: symbol.path.endsWith('.CronDataIntervalTimetable') ? 'before' : 'none' }),
  };
}

const scheduleNames: ReadonlySet<string> = new Set(['schedule', 'schedule_interval']);

/** A Dag of Airflow 2 also took `schedule_interval`, which the class of today does not have. */
function formerName({ name }: Argument, path: string, resolver: Resolver): string {
  return name && /\.(?:DAG|dag)$/.test(path) ? named(name, resolver) : '';
}

function isExpression(list: SyntaxNode, argument: Argument, path: string, resolver: Resolver): boolean {
  if (argument.name) return /^(?:cron|expression)$/.test(named(argument.name, resolver));
  const isFirst = argumentsOf(list)[0]?.value.from === argument.value.from;
  return isFirst || path.includes('.MultipleCron');
}

function named(node: SyntaxNode, { text }: Resolver): string {
  return textOf(node, text);
}
