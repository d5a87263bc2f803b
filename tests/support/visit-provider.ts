/** Goes to the provider as a browser does, signs in there, and gives the address to which it sends one back. */
export async function visitProvider(start: URL, login: string, portal: string): Promise<URL> {
  const kept = new Map<string, string>();
  let next = start;
  let form: string | undefined;
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...kept].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form !== undefined && { method: "POST", body: new URLSearchParams({ login: form }) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      kept.set(name, value);
    }
    const location = answer.headers.get("location");
    form = location === null ? login : undefined;
    if (location !== null) next = new URL(location, next);
    if (location === null && answer.status !== 200) throw new Error(await answer.text());
    if (next.href.startsWith(portal)) return next;
  }
  throw new Error("The provider leads in circles.");
}
