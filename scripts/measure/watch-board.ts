/**
 * Runs in the page before its own scripts. It notes when the first whole card stood on the screen, and
 * for each drop and key how long it took until the next picture showed the card where it went, or the
 * question about it.
 */
export const WATCH = `
  const afterThisFrame = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  };
  window.reactions = [];

  const look = new MutationObserver(() => {
    const link = document.querySelector("[data-card] [data-open]");
    if (!link) return;
    look.disconnect();
    requestAnimationFrame(() => afterThisFrame((now) => (window.firstCard = now)));
  });
  look.observe(document, { childList: true, subtree: true });

  const placeOf = (id) => {
    const card = document.getElementById(id);
    const column = card?.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby");
    const items = [...(card?.closest("ol")?.children ?? [])];
    return column + items.indexOf(card?.closest("li")) + Boolean(document.querySelector("[role=dialog]"));
  };
  let dragged;
  addEventListener("dragstart", (event) => (dragged = event.target.closest("[data-card]")?.id), true);
  const react = (id, began) => {
    const before = placeOf(id);
    const again = () =>
      placeOf(id) === before
        ? requestAnimationFrame(again)
        : afterThisFrame((now) => window.reactions.push(now - began));
    requestAnimationFrame(again);
  };
  addEventListener("drop", (event) => dragged && react(dragged, event.timeStamp), true);
  addEventListener("keydown", (event) => {
    const card = event.target.closest?.("[data-card]");
    if (card && event.altKey && event.key.startsWith("Arrow")) react(card.id, event.timeStamp);
  }, true);
`;
