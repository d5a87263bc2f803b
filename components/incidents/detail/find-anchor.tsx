"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Turns to the page of the event that the address names, where this page does not hold it. */
export function FindAnchor({ path }: { path: string }) {
  const router = useRouter();

  useEffect(() => {
    const find = () => {
      const seq = /^#e-(\d+)$/.exec(location.hash)?.[1];
      if (seq === undefined || document.getElementById(`e-${seq}`)) return;
      router.replace(`${path}?event=${seq}#e-${seq}`);
    };
    find();
    window.addEventListener("hashchange", find);
    return () => window.removeEventListener("hashchange", find);
  }, [path, router]);

  return null;
}
