import type { OwnServer } from "@/tests/e2e/own-server";

/** Starts a session as one of the demo's people, as a browser without scripts does; gives its cookies. */
export async function signIn({ url, demoPassword }: OwnServer, who: string): Promise<string> {
  const page = await (await fetch(`${url}/login`)).text();
  const form = new FormData();
  for (const [input] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    form.set(attribute(input, "name"), attribute(input, "value"));
  }
  form.set("email", `${who}@demo.example`);
  form.set("password", demoPassword());
  const answer = await fetch(`${url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url },
    body: form,
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

const attribute = (tag: string, name: string) =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
