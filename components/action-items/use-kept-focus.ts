import { useEffect, useLayoutEffect, useRef } from "react";

/**
 * Gives the focus back to a card that lost it by changing its column. `keep` names the card; it is
 * kept until `isSettled`.
 */
export function useKeptFocus(isSettled: boolean) {
  const kept = useRef<number>(undefined);

  useLayoutEffect(() => {
    if (kept.current === undefined || document.activeElement !== document.body) return;
    const card = document.getElementById(`ai-${kept.current}`);
    card?.focus({ preventScroll: true });
    requestAnimationFrame(() => card?.scrollIntoView({ block: "nearest", inline: "nearest" }));
  });

  useEffect(() => {
    if (isSettled) kept.current = undefined;
  }, [isSettled]);

  return (id: number) => {
    kept.current = id;
  };
}
