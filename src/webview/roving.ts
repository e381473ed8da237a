/**
 * A table is one stop for Tab; arrow keys, Home and End go from cell to cell. Only cells with something in them to
 * open can be reached that way; the others are read by a screen reader's own table commands.
 */
export function moveByArrows(table: HTMLTableElement): void {
  keepOutOfTab(table);
  const first = table.querySelector<HTMLElement>('a, button');
  if (first) first.tabIndex = 0;
  table.addEventListener('focusin', (event) => {
    const target = event.target as HTMLElement;
    if (controlsIn(target.closest('th, td')).includes(target)) setCurrent(table, target);
  });
  table.addEventListener('keydown', (event) => {
    const next = nextControl(table, event);
    if (!next) return;
    event.preventDefault();
    setCurrent(table, next);
    next.focus();
  });
}

/** For what stands in a table's cells: Tab leads to one of them alone. */
export function keepOutOfTab(part: HTMLElement): void {
  for (const control of part.querySelectorAll<HTMLElement>('a, button')) control.tabIndex = -1;
}

/** Where Tab would lead has to be on show: called after rows or columns were hidden. */
export function keepReachable(table: HTMLTableElement): void {
  const current = table.querySelector<HTMLElement>('[tabindex="0"]');
  if (current && !current.closest('[hidden]')) return;
  const next = rowsOf(table).flat(2)[0];
  if (next) setCurrent(table, next);
}

function setCurrent(table: HTMLTableElement, control: HTMLElement): void {
  for (const old of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) old.tabIndex = -1;
  control.tabIndex = 0;
}

function nextControl(table: HTMLTableElement, event: KeyboardEvent): HTMLElement | undefined {
  const focused = event.target as HTMLElement;
  if (event.altKey || event.metaKey || focused.closest('[popover]')) return undefined;
  const rows = rowsOf(table);
  const row = rows.findIndex((cells) => cells.some((controls) => controls.includes(focused)));
  if (row < 0) return undefined;
  const column = rows[row]!.findIndex((controls) => controls.includes(focused));
  const line = rows[row]!.flat();
  const at = line.indexOf(focused);
  const inColumn = (lines: HTMLElement[][][]): HTMLElement[] => lines.flatMap((cells) => cells[column]?.[0] ?? []);
  switch (event.key) {
    case 'ArrowRight':
      return line[at + 1];
    case 'ArrowLeft':
      return line[at - 1];
    case 'ArrowDown':
      return inColumn(rows.slice(row + 1))[0];
    case 'ArrowUp':
      return inColumn(rows.slice(0, row)).at(-1);
    case 'Home':
      return event.ctrlKey ? rows.flat(2)[0] : line[0];
    case 'End':
      return event.ctrlKey ? rows.flat(2).at(-1) : line.at(-1);
    default:
      return undefined;
  }
}

/** By row and column on show: what can be opened there. */
function rowsOf(table: HTMLTableElement): HTMLElement[][][] {
  return [...table.rows]
    .filter((row) => !row.hidden && !row.parentElement?.hidden)
    .map((row) => [...row.cells].filter((cell) => !cell.hidden).map((cell) => controlsIn(cell)));
}

/** A cell's link or button, and the tools of a head. */
function controlsIn(cell: Element | null): HTMLElement[] {
  return [...(cell?.querySelectorAll<HTMLElement>('.label > a, .details, .tools > button') ?? [])];
}
