import type { Content } from '../source';

/** One thing that all content must satisfy. `check` yields the file and what its author must do. */
export interface Rule {
  name: string;
  description: string;
  check(content: Content): Iterable<{ file: string; message: string }>;
}
