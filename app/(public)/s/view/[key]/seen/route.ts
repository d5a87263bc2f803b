import { cookies } from "next/headers";
import { countShareView } from "@/db/mutations/share-views";
import { readVisit, SEEN_COOKIE, visitAt, visitCookie } from "@/lib/domain/share-visit";
import { withOrigin } from "@/lib/origin";
import { sharedCookie } from "../../../cookie";
import { goTo } from "../../../plain-page";
import { forHolders } from "../holder";

/** Begins a visit: counts it, remembers when it was in the reader's own browser, and leads to the page. */
export const GET = forHolders(async ({ link, isLocked }, request) => {
  const page = goTo(`/s/view/${link.key}`);
  if (isLocked || request.method !== "GET") return page;
  const now = Date.now();
  const jar = await cookies();
  const visit = visitAt(readVisit(jar.get(SEEN_COOKIE)?.value, now), now);
  withOrigin({ via: `link ${link.id}` }, () => countShareView(link, now)); // nobody's address is kept
  jar.set(sharedCookie(link, { name: SEEN_COOKIE, value: visitCookie(visit) }));
  return page;
});
