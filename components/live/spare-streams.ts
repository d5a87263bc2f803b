/** How many other tabs may have connected since this one was last looked at, before it lets go. */
const OTHERS = 3;

/**
 * Over plain HTTP a browser has six connections for all of a portal's tabs. A tab in the background
 * lets go of its own once several others have connected after it, and comes back when it is looked at.
 */
export function shareStreams(letGo: () => void) {
  const channel = new BroadcastChannel("muster-live");
  const self = crypto.getRandomValues(new Uint32Array(2)).join();
  const others = new Set<string>();

  channel.onmessage = ({ data }: MessageEvent<string>) => {
    if (document.visibilityState === "visible") return;
    others.add(data);
    if (others.size > OTHERS) letGo();
  };

  return {
    connected: () => channel.postMessage(self),
    looked: () => others.clear(),
    stop: () => channel.close(),
  };
}
