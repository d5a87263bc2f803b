import { headers } from "next/headers";
import { addressOf } from "@/lib/auth/address";
import { heldCookie } from "@/lib/auth/sign-in-cookies";

/** Where the request that is being answered comes from, as sign-ins count and keep it. */
export async function arrivalNow() {
  const sent = await headers();
  return {
    address: addressOf(sent),
    browser: sent.get("user-agent"),
    device: await heldCookie("device"),
  };
}
