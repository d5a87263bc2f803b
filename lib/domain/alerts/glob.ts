/**
 * True when the whole text fits a pattern in which `*` stands for any characters, also none. Capitals do
 * not count. Its work grows with the lengths alone: what somebody sends cannot make it slow.
 */
export function fits(pattern: string, text: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), text.toLowerCase()];
  const [head = "", ...rest] = wanted.split("*");
  const tail = rest.pop();
  if (tail === undefined) return wanted === given;
  if (given.length < head.length + tail.length) return false;
  if (!given.startsWith(head) || !given.endsWith(tail)) return false;

  const end = given.length - tail.length;
  let from = head.length;
  for (const part of rest) {
    const at = given.indexOf(part, from);
    if (at === -1 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}
