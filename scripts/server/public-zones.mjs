// Pages with their times in a zone that a reader chose: made by the publisher's thread when they are asked for.
const ZONES = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
const MOST_WAITING = 16; // more would hold up what is to be public
const PATIENCE = 3000; // milliseconds, after which a reader gets the page in its own zone

/** The zone that a query chooses; `undefined` where it chooses none that there is. */
export function chosenZone(query) {
  const zone = query?.includes("zone=") ? new URLSearchParams(query).get("zone") : undefined;
  return ZONES.has(zone) ? zone : undefined;
}

/** Asks for pages by `send`, each once however many wait for it. */
export function makeZones(send) {
  const waiting = new Map();

  function settle(name) {
    const { readers, late } = waiting.get(name) ?? { readers: [] };
    clearTimeout(late);
    waiting.delete(name);
    for (const answer of readers) answer();
  }

  return {
    /** Calls back when the page is there, or when it is not worth to wait any longer. */
    want(path, zone, answer) {
      const name = `${path}?zone=${zone}`;
      const known = waiting.get(name);
      if (known) return known.readers.push(answer);
      if (waiting.size >= MOST_WAITING) return answer();
      waiting.set(name, { readers: [answer], late: setTimeout(settle, PATIENCE, name) });
      return send({ path, zone });
    },
    /** Hears that a page was made, or that there is none. */
    settle,
  };
}
