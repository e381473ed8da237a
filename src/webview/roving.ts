/**
 * A table is one stop for Tab; arrow keys, Home and End go from cell to cell. Only cells with something in them to
 * open can be reached that way; the others are read by a screen reader's own table commands.
 */
export function moveByArrows(table: HTMLTableElement): void {
  const all = table.querySelectorAll<HTMLElement>('thead a, tbody a, tbody button');
  for (const control of all) control.tabIndex = -1;
  const first = all[0];
  if (first) first.tabIndex = 0;
  table.addEventListener('focusin', (event) => {
    const control = controlOf((event.target as Element).closest('th, td'));
    if (control && control === event.target) setCurrent(table, control);
  });
  table.addEventListener('keydown', (event) => {
    const next = nextControl(table, event);
    if (!next) return;
    event.preventDefault();
    setCurrent(table, next);
    next.focus();
  });
}

/** Where Tab would lead has to be on show: called after rows or columns were hidden. */
export function keepReachable(table: HTMLTableElement): void {
  const current = table.querySelector<HTMLElement>('[tabindex="0"]');
  if (current && current.offsetParent !== null) return;
  const next = rowsOf(table)
    .flat()
    .find((control) => control !== undefined);
  if (next) setCurrent(table, next);
}

function setCurrent(table: HTMLTableElement, control: HTMLElement): void {
  for (const old of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) old.tabIndex = -1;
  control.tabIndex = 0;
}

function nextControl(table: HTMLTableElement, event: KeyboardEvent): HTMLElement | undefined {
  const focused = event.target as Element;
  if (event.altKey || event.metaKey || focused.closest('[popover]')) return undefined;
  const rows = rowsOf(table);
  const row = rows.findIndex((controls) => controls.includes(focused as HTMLElement));
  const column = rows[row]?.indexOf(focused as HTMLElement) ?? -1;
  if (row < 0) return undefined;
  const inRow = (line: (HTMLElement | undefined)[]): HTMLElement[] => line.filter((control) => control !== undefined);
  const inColumn = (lines: (HTMLElement | undefined)[][]): HTMLElement[] => inRow(lines.map((line) => line[column]));
  switch (event.key) {
    case 'ArrowRight':
      return inRow(rows[row]!.slice(column + 1))[0];
    case 'ArrowLeft':
      return inRow(rows[row]!.slice(0, column)).at(-1);
    case 'ArrowDown':
      return inColumn(rows.slice(row + 1))[0];
    case 'ArrowUp':
      return inColumn(rows.slice(0, row)).at(-1);
    case 'Home':
      return inRow(event.ctrlKey ? rows.flat() : rows[row]!)[0];
    case 'End':
      return inRow(event.ctrlKey ? rows.flat() : rows[row]!).at(-1);
    default:
      return undefined;
  }
}

function rowsOf(table: HTMLTableElement): (HTMLElement | undefined)[][] {
  return [...table.rows]
    .filter((row) => !row.hidden)
    .map((row) => [...row.cells].map((cell) => (cell.hidden ? undefined : controlOf(cell))));
}

/** The one thing in a cell that opens: its link or its button. */
function controlOf(cell: Element | null): HTMLElement | undefined {
  return cell?.querySelector<HTMLElement>(':scope > .cell > a, .details') ?? undefined;
}
