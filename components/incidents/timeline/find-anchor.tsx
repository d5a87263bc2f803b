"use client";

import { useEffect } from "react";

/** Turns to the page of the event that the address names, where this page does not hold it. */
export function FindAnchor({ path }: { path: string }) {
  useEffect(() => {
    const find = () => {
      const seq = /^#e-(\d+)$/.exec(location.hash)?.[1];
      const asked = new URLSearchParams(location.search).get("event");
      if (seq === undefined || seq === asked || document.getElementById(`e-${seq}`)) return;
      location.replace(`${path}?event=${seq}#e-${seq}`);
    };
    find();
    window.addEventListener("hashchange", find);
    return () => window.removeEventListener("hashchange", find);
  }, [path]);

  return null;
}
