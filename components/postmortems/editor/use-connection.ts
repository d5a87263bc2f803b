"use client";

import { useEffect, useState } from "react";
import { connectText } from "@/components/postmortems/live/connect-text";
import type { LiveState } from "./saved-text";

export type TextLink = ReturnType<typeof connectText>;

export type Connection = {
  link: TextLink | undefined;
  state: LiveState;
  /** True once the text was here: from then on it is written in whatever becomes of the connection. */
  hasText: boolean;
};

const WAITING: Connection = {
  link: undefined,
  state: { kind: "connecting", pending: 0 },
  hasText: false,
};

/** Follows one postmortem's text for as long as the page shows it. */
export function useConnection(key: string, name: string): Connection {
  const [connection, setConnection] = useState(WAITING);

  useEffect(() => {
    const link: TextLink = connectText({
      key,
      name,
      onState: (state) =>
        setConnection((now) => ({
          link,
          state,
          hasText: now.hasText || state.kind === "live",
        })),
    });
    return () => link.destroy();
  }, [key, name]);

  return connection;
}
