/**
 * What is made for a key, made once; what fails is forgotten, and made anew when somebody asks again. Where `most` are
 * kept already, all are forgotten.
 */
export function once<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
  most = Infinity,
): Promise<T> {
  let made = kept.get(key);
  if (!made) {
    if (kept.size >= most) kept.clear();
    made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
  }
  return made;
}
