import { h } from './dom';

const oldAfterDays = 180;
const day = 86_400_000;

/** Whether a date (YYYY-MM-DD) lies more than 180 days before `today`. */
export function isOld(date: string, today: Date): boolean {
  return today.getTime() - Date.parse(`${date}T00:00:00Z`) > oldAfterDays * day;
}

export function time(date: string): HTMLTimeElement {
  return h('time', { datetime: date }, date);
}
