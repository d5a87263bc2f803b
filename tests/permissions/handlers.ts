import type { Least } from "./subjects";

/**
 * A handler's address in the walk's world, and who is answered: those of a role, everybody, holders of the secret
 * that is in the address or comes with its cookie, or programs with a token.
 */
export type HandlerRow = { at: string; for: Least | "holders" | "tokens" | "nobody" };

/** Every handler of the build with each method that it answers, as its manifest names it. */
export const HANDLERS: Record<string, HandlerRow> = {
  "GET /(portal)/actions/deadlines.ics": { at: "/actions/deadlines.ics", for: "viewer" },
  "GET /(portal)/actions/export.csv": { at: "/actions/export.csv", for: "viewer" },
  "GET /(portal)/audit/export.csv": { at: "/audit/export.csv", for: "admin" },
  "GET /(portal)/audit/export.jsonl": { at: "/audit/export.jsonl", for: "admin" },
  "GET /(portal)/files/[id]": { at: "/files/{file}", for: "viewer" },
  "GET /(portal)/incidents/[key]/export": { at: "/incidents/{incident}/export", for: "viewer" },
  "GET /(portal)/incidents/[key]/postmortem/events": {
    at: "/incidents/{incident}/postmortem/events",
    for: "responder",
  },
  "GET /(portal)/incidents/[key]/postmortem/export": {
    at: "/incidents/{incident}/postmortem/export",
    for: "viewer",
  },
  "POST /(portal)/incidents/[key]/postmortem/pictures": {
    at: "/incidents/{incident}/postmortem/pictures",
    for: "responder",
  },
  "GET /(portal)/incidents/[key]/postmortem/suggestions": {
    at: "/incidents/{incident}/postmortem/suggestions?text=a",
    for: "responder",
  },
  "GET /(portal)/incidents/export.csv": { at: "/incidents/export.csv", for: "viewer" },
  "GET /(portal)/search/results": { at: "/search/results?q=a", for: "viewer" },
  "GET /(portal)/subscribers/export.csv": { at: "/subscribers/export.csv", for: "admin" },

  "GET /(auth)/login/provider": { at: "/login/provider", for: "nobody" },
  "GET /(auth)/login/provider/callback": { at: "/login/provider/callback", for: "nobody" },
  "GET /(auth)/login/provider/leave": { at: "/login/provider/leave", for: "nobody" },

  "GET /(public)/s/[token]": { at: "/s/{link}", for: "anyone" },
  "GET /(public)/s/follow/[token]": { at: "/s/follow/none", for: "nobody" },
  "POST /(public)/s/follow/[token]": { at: "/s/follow/none", for: "nobody" },
  "GET /(public)/s/follow/[token]/leave": { at: "/s/follow/none/leave", for: "anyone" },
  "POST /(public)/s/follow/[token]/leave": { at: "/s/follow/none/leave", for: "nobody" },
  "POST /(public)/s/view/[key]/follow": { at: "/s/view/{incident}/follow", for: "holders" },
  "POST /(public)/s/view/[key]/questions": { at: "/s/view/{incident}/questions", for: "holders" },
  "GET /(public)/s/view/[key]/seen": { at: "/s/view/{incident}/seen", for: "holders" },
  "POST /(public)/s/view/[key]/unlock": { at: "/s/view/{incident}/unlock", for: "holders" },
  "GET /(public)/status/subscribe": { at: "/status/subscribe", for: "anyone" },
  "POST /(public)/status/subscribe": { at: "/status/subscribe", for: "anyone" },
  "GET /(public)/status/subscribe/[token]": { at: "/status/subscribe/none", for: "nobody" },
  "POST /(public)/status/subscribe/[token]": { at: "/status/subscribe/none", for: "nobody" },
  "GET /(public)/status/subscribe/[token]/leave": {
    at: "/status/subscribe/none/leave",
    for: "nobody",
  },
  "POST /(public)/status/subscribe/[token]/leave": {
    at: "/status/subscribe/none/leave",
    for: "nobody",
  },

  "GET /api/[[...path]]": { at: "/api/no/such/address", for: "nobody" },
  "POST /api/[[...path]]": { at: "/api/no/such/address", for: "nobody" },
  "GET /api/auth/[...nextauth]": { at: "/api/auth/session", for: "anyone" },
  "POST /api/auth/[...nextauth]": { at: "/api/auth/_log", for: "anyone" },
  "GET /api/health": { at: "/api/health", for: "anyone" },
  "GET /api/live": { at: "/api/live", for: "viewer" },
  "POST /api/mcp": { at: "/api/mcp", for: "tokens" },
  "GET /api/postmortems/[key]/live": { at: "/api/postmortems/{incident}/live", for: "responder" },
  "POST /api/postmortems/[key]/live": { at: "/api/postmortems/{incident}/live", for: "responder" },
  "GET /api/ready": { at: "/api/ready", for: "anyone" },
  "GET /api/v1/openapi.json": { at: "/api/v1/openapi.json", for: "anyone" },
  "DELETE /api/v1/[...path]": { at: "/api/v1/incidents", for: "tokens" },
  "GET /api/v1/[...path]": { at: "/api/v1/incidents", for: "tokens" },
  "PATCH /api/v1/[...path]": { at: "/api/v1/incidents", for: "tokens" },
  "POST /api/v1/[...path]": { at: "/api/v1/incidents", for: "tokens" },
  "PUT /api/v1/[...path]": { at: "/api/v1/incidents", for: "tokens" },
};
