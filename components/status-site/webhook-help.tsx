import type { Site } from "@/lib/domain/site";
import { pathTo } from "./paths";

const CHECK = `import { createHmac, timingSafeEqual } from "node:crypto";

function isGenuine(secret, headers, rawBody) {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": given } = headers;
  if (Math.abs(Date.now() / 1000 - Number(at)) > 300) return false;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const mac = createHmac("sha256", key).update(\`\${id}.\${at}.\${rawBody}\`).digest("base64");
  const [a, b] = [Buffer.from(\`v1,\${mac}\`), Buffer.from(given ?? "")];
  return a.length === b.length && timingSafeEqual(a, b);
}`;

/** What webhooks contain, and how their receivers know that they are genuine. */
export function WebhookHelp({ site }: { site: Site }) {
  return (
    <>
      <h2 id="webhooks">Webhooks</h2>
      <p>
        Instead of asking you can be called:{" "}
        <a href={pathTo(site, "subscribe")}>subscribe with an address of yours</a>. It first gets a{" "}
        <code>confirmation</code> with a <code>url</code> to open and a <code>challenge</code>;
        answering with the challenge, and nothing else, confirms too. From then on each change comes
        as a POST in Statuspage’s form: <code>meta</code>, <code>page</code>, and{" "}
        <code>incident</code> as in the API (maintenance too), or <code>component_update</code> and{" "}
        <code>component</code>.
      </p>
      <p>
        Answer with 2xx within ten seconds. Everything else is tried again for a day, under the same{" "}
        <code>webhook-id</code>: leave out what you have. 410 ends the subscription, and so do 20
        failures in a row. Redirects are not followed.
      </p>
      <p>
        Calls are signed as standardwebhooks.com has it; the secret is on the page that{" "}
        <code>confirmation.url</code> opens.
      </p>
      <pre>
        <code>{CHECK}</code>
      </pre>
    </>
  );
}
