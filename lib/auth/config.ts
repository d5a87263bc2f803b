import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { endSession, keepSession } from "@/db/mutations/sessions";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { sessionCookieName } from "@/lib/auth/cookie";
import { loadSecrets } from "@/lib/auth/secrets";
import { SESSION_LENGTH } from "@/lib/domain/session";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { hashToken } from "@/lib/token";

declare module "next-auth" {
  interface User {
    sid?: string;
  }
  interface Session {
    viewer?: Viewer;
    sessionId?: string;
  }
}

const started = z.object({ sid: z.string().min(1).max(100) });

/** The cookie holds a signed id and nothing else; who that is, and whether still, stands in the database. */
function configuration(): NextAuthConfig {
  const { baseUrl, dataDir } = env();
  const secure = baseUrl.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  process.env.AUTH_URL = baseUrl; // else next-auth believes X-Forwarded-Host

  return {
    secret: loadSecrets(dataDir).authSecret,
    trustHost: true,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_LENGTH / 1000 },
    pages: { signIn: "/login", signOut: "/login", error: "/login", verifyRequest: "/login" },
    cookies: {
      sessionToken: { name: sessionCookieName(baseUrl), options },
      callbackUrl: { name: "muster-callback", options: { ...options, maxAge: 0 } },
    },
    logger: {
      error: (error) => logProblem(error),
      warn: (code) => log.debug({ code }, "sign-in warning"),
      debug: () => undefined,
    },
    providers: [
      Credentials({
        id: "session",
        credentials: { sid: {} },
        authorize: (given) => authorize(given),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.sid ?? token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, ...signedIn(token.sid) }),
    },
    events: {
      signOut(message) {
        const sid = "token" in message ? message.token?.sid : undefined;
        if (typeof sid === "string") endSession(sid, Date.now());
      },
    },
  };
}

/** Takes a session that was started just now: who knows its id has it already. */
function authorize(given: unknown) {
  const parsed = started.safeParse(given);
  const live = parsed.success ? findLiveSession(parsed.data.sid, Date.now()) : undefined;
  if (!parsed.success || !live) return null;
  return { id: String(live.viewer.userId), sid: parsed.data.sid };
}

function signedIn(sid: unknown): { viewer: Viewer; sessionId: string } | undefined {
  if (typeof sid !== "string") return undefined;
  const now = Date.now();
  const live = findLiveSession(sid, now);
  if (!live) return undefined;
  keepSession(sid, live.lastSeenAt, now);
  return { viewer: live.viewer, sessionId: hashToken(sid) };
}

/** next-auth's words for what is no fault of the portal's: a forged cookie, a request made by hand. */
const MISTAKES = ["JWTSessionError", "MissingCSRF", "UnknownAction", "InvalidProvider"];

function logProblem(error: Error): void {
  if (error instanceof CredentialsSignin) return log.info("a sign-in was refused");
  if (isMistake(error)) return log.debug({ type: error.type }, "a sign-in made no sense");
  log.error({ err: error, cause: error.cause }, "a sign-in failed");
}

/** A cookie that could not be read, unless it was the database that could not. */
function isMistake(error: Error): error is AuthError {
  if (!(error instanceof AuthError) || !MISTAKES.includes(error.type)) return false;
  const { err } = error.cause ?? {};
  return !(err && "code" in err && String(err.code).startsWith("SQLITE"));
}

const nextAuth = NextAuth(() => configuration());

/** The session of the request that is being answered. */
export const { auth } = nextAuth;
export const { handlers } = nextAuth;

/** Sets the cookie of a session that was started. */
export async function startSignIn(sid: string): Promise<void> {
  await nextAuth.signIn("session", { sid, redirect: false, redirectTo: "/" });
}

/** Ends the session and takes its cookie away. */
export async function endSignIn(): Promise<void> {
  await nextAuth.signOut({ redirect: false, redirectTo: "/login" });
}
