/**
 * Runs something that many ask for: at once, and then at most once per `gap`. Who asks for a later time
 * joins what is already planned.
 */
export function makePacer(run: () => void, gap: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = 0;

  function ask(delay = 0): void {
    if (timer !== undefined) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        next = Date.now() + gap;
        run();
      },
      Math.max(delay, next - Date.now(), 0),
    );
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  return { ask, stop };
}
