import type { IncomingMessage, ServerResponse } from "node:http";

export function answerOther(request: IncomingMessage, response: ServerResponse): void;
