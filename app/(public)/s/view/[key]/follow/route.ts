import { askToFollow } from "@/db/mutations/share-followers";
import { addressOf } from "@/lib/auth/address";
import { DomainError } from "@/lib/domain/error";
import { formOf } from "@/lib/form-of";
import { mayAsk } from "@/lib/subscribe-limits";
import { goTo, plainPage, plainText } from "../../../plain-page";
import { forReaders } from "../holder";

const TOO_MANY = plainText("Too many tries", "Wait an hour, then type your address once more.");

/** Takes an address; what it answers does not depend on whether that follows already. */
export const POST = forReaders(async ({ link }, request) => {
  if (!(await mayAsk(addressOf(request.headers)))) return plainPage(429, TOO_MANY);
  try {
    askToFollow(link, (await formOf(request)).text("address"));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return plainPage(400, plainText("This address cannot follow", error.message));
  }
  return goTo(`/s/view/${link.key}?done=follow#follow`);
});
