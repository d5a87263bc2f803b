import * as Y from "yjs";
import { deviceCopy } from "./device-copy";
import { httpTransport } from "./http-transport";
import { linkText, type TextState } from "./text-link";

const REST_AFTER = 15_000;

type Options = {
  /** The incident's. */
  key: string;
  /** Whoever writes: what is kept on the device is kept for each person apart. */
  name: string;
  /** Told each time something changes, and never before the connection is given. */
  onState: (state: TextState) => void;
};

/** Opens the live text of an incident's postmortem on this page. */
export function connectText({ key, name, onState }: Options) {
  const doc = new Y.Doc();
  const link = linkText({
    doc,
    transport: httpTransport(key, doc.clientID),
    copy: deviceCopy(name, key, doc.clientID),
    onState,
  });
  const ignore = listen(link);

  return {
    doc,
    awareness: link.awareness,
    get state() {
      return link.state;
    },
    /** Lets go of what an earlier visit wrote and could not be put into the text. */
    forgetOrphan: link.forgetOrphan,
    destroy() {
      ignore();
      link.destroy();
    },
  };
}

/** Tells a link what becomes of its page, until the way out is taken. */
function listen(link: ReturnType<typeof linkText>): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(resting);
    if (document.visibilityState === "visible") link.wake();
    else resting = setTimeout(link.rest, REST_AFTER); // browsers have few connections for all tabs
  }
  const ask = (event: Event) => {
    if (link.isAtRisk()) event.preventDefault();
  };
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [document, "visibilitychange", look],
    [window, "online", link.wake],
    [window, "offline", link.sleep],
    [window, "pageshow", look],
    [window, "pagehide", link.leave],
    [window, "beforeunload", ask],
  ];
  for (const [target, event, run] of listeners) target.addEventListener(event, run);
  return () => {
    clearTimeout(resting);
    for (const [target, event, run] of listeners) target.removeEventListener(event, run);
  };
}
