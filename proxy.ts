import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { sessionCookieName } from "@/lib/auth/cookie";
import { contentSecurityPolicy, FILE_POLICY } from "@/lib/csp";
import { env } from "@/lib/env";

export const config = { matcher: "/((?!_next/static/).*)" };

const OPEN_TO_ALL = /^\/(?:login|status|s|api|_next)(?:\/|$)|^\/(?:favicon\.ico|icon[^/]*)$/;

/** What people attached. */
const FILES = /^\/files\//;

/**
 * Gives every answer a policy with a fresh nonce, and spares visitors without a session a look at an
 * empty portal. It guards nothing: pages and actions ask for the viewer themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    development: process.env.NODE_ENV === "development",
  });
  const response = isStranger(request) ? toLogin(request) : goOn(request, nonce, policy);
  const isFile = FILES.test(request.nextUrl.pathname);
  response.headers.set("Content-Security-Policy", isFile ? FILE_POLICY : policy);
  return response;
}

const isStranger = ({ method, nextUrl, cookies }: NextRequest) =>
  (method === "GET" || method === "HEAD") &&
  !OPEN_TO_ALL.test(nextUrl.pathname) &&
  !cookies.has(sessionCookieName(env().baseUrl));

function toLogin({ nextUrl }: NextRequest): NextResponse {
  const login = nextUrl.clone();
  login.pathname = "/login";
  login.search = `?${new URLSearchParams({ callbackUrl: pathOf(nextUrl) })}`;
  return NextResponse.redirect(login);
}

function goOn(request: NextRequest, nonce: string, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-muster-path", pathOf(request.nextUrl));
  headers.set("Content-Security-Policy", policy);
  return NextResponse.next({ request: { headers } });
}

/** The address people see: without what Next adds to tell its own requests apart. */
function pathOf({ pathname, searchParams }: NextRequest["nextUrl"]): string {
  const shown = new URLSearchParams(searchParams);
  shown.delete("_rsc");
  return shown.size > 0 ? `${pathname}?${shown}` : pathname;
}
