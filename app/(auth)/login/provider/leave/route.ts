import { exitOf } from "@/lib/auth/provider";
import { pathAfterRefusal, ProviderRefusal } from "@/lib/domain/provider";
import { env } from "@/lib/env";
import { seeOther } from "../see-other";

/** Leads those who signed out here to where they sign out of the provider too. */
export async function GET(): Promise<Response> {
  const { provider } = env();
  if (!provider) return seeOther("/login");
  try {
    return seeOther((await exitOf(provider)).href);
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    return seeOther(pathAfterRefusal({ purpose: "sign-in", callbackUrl: "/" }, error.problem));
  }
}
