/**
 * A table's head follows the page down, as far as its table goes. It cannot be sticky: a region that scrolls sideways
 * keeps sticky cells to itself. So the scroll position moves it, without script on the way. Where the browser cannot
 * do that, the region gets a height and scrolls in both directions, and the head sticks to the region.
 */
export function keepHeadInSight(region: HTMLElement, table: HTMLTableElement): void {
  if (typeof ViewTimeline === 'undefined') {
    region.classList.add('boxed');
    return;
  }
  let animation: Animation | undefined;
  new ResizeObserver(() => {
    animation?.cancel();
    animation = travel(region, table);
  }).observe(table);
}

function travel(region: HTMLElement, table: HTMLTableElement): Animation {
  const head = table.tHead!;
  const above = table.caption?.offsetHeight ?? 0;
  const way = Math.max(0, table.offsetHeight - above - head.offsetHeight);
  const options: KeyframeAnimationOptions = {
    timeline: new ViewTimeline({ subject: region }),
    fill: 'both',
    rangeStart: `exit-crossing ${above}px`,
    rangeEnd: `exit-crossing ${above + way}px`,
  };
  return head.animate({ transform: ['translateY(0)', `translateY(${way}px)`] }, options);
}
