const day = 86_400_000;

/** A time zone's clock. Times of the wall are milliseconds as if they were UTC's. */
export interface Zone {
  name: string;
  /** What the wall shows at an instant. */
  wallAt(instant: number): number;
  /** The instants at which the wall shows a time: two where it is set back, none where it is set forward over it. */
  instantsOf(wall: number): number[];
  /** Where the wall never shows a time: that time as the clock before the change counts it. */
  past(wall: number): number;
}

/** A zone by its name, or null where there is none of that name. */
export function zoneOf(name: string): Zone | null {
  const offsetAt = offsetsOf(name);
  if (!offsetAt) return null;
  return {
    name,
    wallAt: (instant) => instant + offsetAt(instant),
    instantsOf: (wall) => {
      const candidates = [wall - offsetAt(wall - day), wall - offsetAt(wall + day)];
      return [...new Set(candidates)].filter((instant) => instant + offsetAt(instant) === wall).sort((a, b) => a - b);
    },
    past: (wall) => wall - offsetAt(wall - day),
  };
}

function offsetsOf(name: string): ((instant: number) => number) | null {
  if (/^(?:Etc\/)?(?:UTC|GMT|Zulu)$/i.test(name)) return () => 0;
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return (instant) => {
      const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
      const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
      const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
      return wall - Math.floor(instant / 1000) * 1000;
    };
  } catch {
    return null;
  }
}
