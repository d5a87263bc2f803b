import { env } from "@/lib/env";

type Shared = { key: string; expiresAt: number };

/** A cookie for the one path of the incident that a link opens, which ends with the link. */
export const sharedCookie = (link: Shared, { name, value }: { name: string; value: string }) => ({
  name,
  value,
  path: `/s/view/${link.key}`,
  httpOnly: true,
  sameSite: "lax" as const,
  secure: env().baseUrl.startsWith("https:"),
  expires: link.expiresAt,
});
