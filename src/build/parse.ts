import type { z } from 'zod';
import type { Problem } from './problem';

/** Parses and validates; every failing path becomes one problem that says where it is. */
export function parseAs<T>(
  schema: z.ZodType<T>,
  read: () => unknown,
  file: string,
  problems: Problem[],
): T | undefined {
  try {
    const result = schema.safeParse(read());
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      problems.push({ file, rule: 'schema', message: `${issue.path.join('.') || 'file'}: ${issue.message}` });
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ file, rule: 'schema', message: message.split('\n')[0] ?? 'not readable' });
  }
  return undefined;
}
