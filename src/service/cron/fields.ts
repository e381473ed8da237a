import type { CronField } from './schedule';

/** What a field may hold. */
export interface FieldKind {
  /** In messages: `minute`. */
  unit: string;
  min: number;
  max: number;
  /** The largest number that may be written, where it is another. */
  upTo?: number;
  /** Three letters each, the first standing for `min`. */
  names?: readonly string[];
  /** Of Quartz, which refuses larger steps, and takes `/5` for a step over all. */
  largestStep?: number;
}

/** An expression that is surely not accepted. */
export class CronError extends Error {}

/** What cannot be read without doubt. */
export class CronDoubt extends Error {}

interface Range {
  from: number;
  to: number;
  step: number;
}

/** A field of numbers, names, ranges and steps. Throws `CronError` or `CronDoubt`. */
export function readField(text: string, kind: FieldKind): CronField {
  // a star in a list is not read as a star alone by all
  if (/(?:^|,)\*(?:,|$)/.test(text) && text !== '*') throw new CronDoubt();
  const ranges = text.split(',').map((item) => readItem(item, kind));
  const values = [...new Set(ranges.flatMap((range) => valuesOf(range, kind)))].sort((a, b) => a - b);
  const all = values.length === kind.max - kind.min + 1;
  const [only, ...more] = ranges;
  const isSpan = only && more.length === 0 && only.from !== only.to;
  return { all, values, ...(isSpan && { span: only }) };
}

function readItem(item: string, kind: FieldKind): Range {
  const [range = '', written, ...more] = item.split('/');
  const [low = '', high, ...rest] = range.split('-');
  if (more.length > 0 || rest.length > 0 || (written === undefined && range === '')) throw new CronDoubt();
  const step = written === undefined ? 1 : readStep(written, kind);
  if (range === '*' || (range === '' && kind.largestStep !== undefined)) return { from: kind.min, to: kind.max, step };
  const from = readValue(low, kind);
  if (high === undefined) {
    // a step from the last value on: versions disagree
    if (written !== undefined && from >= kind.max) throw new CronDoubt();
    return { from, to: written === undefined ? from : kind.max, step };
  }
  const to = readValue(high, kind);
  // some read it as one value, others as all
  if (from === to || (to < from && step > 1)) throw new CronDoubt();
  return { from, to, step };
}

function readStep(text: string, { unit, largestStep = Infinity }: FieldKind): number {
  if (!/^\d{1,4}$/.test(text)) throw new CronDoubt();
  const step = Number(text);
  if (step === 0) throw new CronError(`a step of 0 in the ${unit}s`);
  if (step > largestStep) throw new CronDoubt();
  return step;
}

export function readValue(text: string, { unit, min, max, upTo = max, names }: FieldKind): number {
  const name = names?.indexOf(text.toLowerCase()) ?? -1;
  if (name >= 0) return name + min;
  if (!/^\d{1,4}$/.test(text)) throw new CronDoubt();
  const value = Number(text);
  if (value < min || value > max) throw new CronError(`${value} is no ${unit}: they go from ${min} to ${upTo}`);
  return value;
}

/** A range that ends before it begins goes on over the field's end. */
function valuesOf({ from, to, step }: Range, { min, max }: FieldKind): number[] {
  const values: number[] = [];
  for (let value = from; value <= (to < from ? max : to); value += step) values.push(value);
  if (to < from) for (let value = min; value <= to; value += step) values.push(value);
  return values;
}
