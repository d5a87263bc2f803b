/** A function of things that never change, which works each of them out once. */
export function remembering<Thing extends object, Answer extends {}>(
  work: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Answer>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const answer = work(thing);
    known.set(thing, answer);
    return answer;
  };
}
