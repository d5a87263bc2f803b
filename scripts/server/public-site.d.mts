import type { IncomingMessage, ServerResponse } from "node:http";

export function publishSite(given: { dataDir: string; statusUrl: string }): {
  answers: (request: IncomingMessage, response: ServerResponse) => boolean;
  end: () => Promise<number>;
};
