import type { OwnServer } from "@/tests/e2e/own-server";

/** Starts a session as one of the demo's people; gives its cookies. */
export async function signIn({ url, demoPassword }: OwnServer, who: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url, Cookie: cookiesOf(asked) },
    body: new URLSearchParams({
      csrfToken,
      email: `${who}@demo.example`,
      password: demoPassword(),
    }),
  });
  return cookiesOf(answer);
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
