/** Factors are told apart by their words, so that one that moves stays the same to the eye and the hand. */
export function keyedFactors<Factor extends { text: string }>(factors: Factor[]) {
  const seen = new Map<string, number>();
  return factors.map((factor) => {
    const times = seen.get(factor.text) ?? 0;
    seen.set(factor.text, times + 1);
    return { key: `${times} ${factor.text}`, factor };
  });
}
