export type Toast = { id: number; text: string; tone: "default" | "danger" };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listen of listeners) listen();
}

/** Says something in the corner of the page, for 8 seconds. */
export function toast(text: string, { tone = "default" }: { tone?: Toast["tone"] } = {}): void {
  lastId += 1;
  show([...toasts, { id: lastId, text, tone }]);
}

export function dismissToast(id: number): void {
  show(toasts.filter((shown) => shown.id !== id));
}

export const shownToasts = () => toasts;

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
