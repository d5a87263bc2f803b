import { readFileSync } from "node:fs";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { iconOf, PICTURES } from "@/lib/status-page/pictures";

const folder = new URL("../../lib/status-page/previews/", import.meta.url);

/** The pages' icons, and the pictures that go with links to them: always the same. */
export const PICTURE_FILES = PICTURES.flatMap((picture): SiteFile[] => [
  { path: `images/icon-${picture}.svg`, type: TYPES.svg, kind: "data", body: iconOf(picture) },
  {
    path: `images/preview-${picture}.png`,
    type: TYPES.png,
    kind: "data",
    body: readFileSync(new URL(`${picture}.png`, folder), "base64"),
    encoding: "base64",
  },
]);
