/** Milliseconds of this process's own work that a call takes: what else the machine does is not in it. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
