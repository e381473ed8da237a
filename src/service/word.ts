/** The word around an offset, as people name tools: letters, digits, and `-_.` between them. At most 100 characters to a side. */
export function wordAt(text: string, offset: number): string {
  const before = /[\p{L}\p{N}_.-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}_.-]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  return (before + after).replace(/^[.-]+|[.-]+$/g, '');
}
