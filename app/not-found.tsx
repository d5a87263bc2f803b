import { headers } from "next/headers";
import { NotFoundPanel } from "@/components/shell/not-found-panel";
import { MissingPage } from "@/components/status-words/missing-page";

export const metadata = { title: "No page here" };

/** An address that no page has. Below the status page it says so without a word of the portal. */
export default async function NotFound() {
  const path = (await headers()).get("x-muster-path") ?? "";
  return (
    <main id="main" className="px-4">
      {path.startsWith("/status/") ? <MissingPage /> : <NotFoundPanel />}
    </main>
  );
}
