import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { endSession, keepSession } from "@/db/mutations/sessions";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { addressOf } from "@/lib/auth/address";
import { sessionCookieName } from "@/lib/auth/cookie";
import { loadSecrets } from "@/lib/auth/secrets";
import { DomainError } from "@/lib/domain/error";
import { SESSION_LENGTH } from "@/lib/domain/session";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { originOf, withOrigin } from "@/lib/origin";
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

const credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1) });

/** Carries a refusal's sentence through next-auth, which gives back only errors of its own kind. */
class SignInRefused extends CredentialsSignin {
  constructor(readonly sentence: string) {
    super(sentence);
  }
}

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
        credentials: { email: {}, password: { type: "password" } },
        authorize: (given, { headers }) =>
          withOrigin(originOf(headers, "sign-in"), () => authorize(given, headers)),
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

async function authorize(given: unknown, headers: Headers) {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) throw new SignInRefused("Email or password is not correct.");
  try {
    const attempt = { ...parsed.data, address: addressOf(headers) };
    const { userId, sid } = await signInWithPassword(attempt, Date.now());
    return { id: String(userId), sid };
  } catch (error) {
    throw error instanceof DomainError ? new SignInRefused(error.message) : error;
  }
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

/** Starts a session and sets its cookie; throws a DomainError that says why it does not. */
export async function startSignIn(email: string, password: string): Promise<void> {
  try {
    await nextAuth.signIn("credentials", { email, password, redirect: false, redirectTo: "/" });
  } catch (error) {
    throw error instanceof SignInRefused ? new DomainError(error.sentence) : error;
  }
}

/** Ends the session and takes its cookie away. */
export async function endSignIn(): Promise<void> {
  await nextAuth.signOut({ redirect: false, redirectTo: "/login" });
}
