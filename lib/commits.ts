declare global {
  var musterCommitListeners: Set<() => void> | undefined;
}

/** Calls after each commit of this process, until the way out is taken. Bundles meet on `globalThis`. */
export function onCommit(listener: () => void): () => void {
  const listeners = (globalThis.musterCommitListeners ??= new Set());
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellOfCommit(): void {
  for (const listener of [...(globalThis.musterCommitListeners ?? [])]) listener();
}
