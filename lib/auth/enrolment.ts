import { encode } from "uqr";
import { unseal } from "@/lib/auth/seal";
import { totpAddress } from "@/lib/auth/totp";
import { factorContext } from "@/lib/domain/second-factor";
import type { Viewer } from "@/lib/domain/viewer";

/** What an authenticator app is shown: a picture to scan, and the key for those who type it. */
export function enrolmentOf({ userId, email }: Viewer, sealed: string) {
  const secret = unseal(sealed, factorContext(userId));
  const address = totpAddress(secret, email);
  const { data, size } = encode(address, { ecc: "M", border: 4 });
  return {
    secret: secret.replaceAll(/(.{4})(?=.)/g, "$1 "),
    address,
    picture: { size, path: pathOf(data) },
  };
}

/** The dark squares as one path of an SVG whose unit is a square. */
const pathOf = (rows: boolean[][]) =>
  rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join("");
