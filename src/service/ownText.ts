/** A piece of a text that is kept for longer than the text: engines let a piece hold on to all that it was cut from. */
export function ownText(piece: string): string {
  // what is put together is written anew before something is cut from it
  return ` ${piece}`.slice(1);
}
