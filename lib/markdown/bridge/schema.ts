import { getSchema } from "@tiptap/core";
import { bridgeExtensions } from "./extensions";

/** What a document in the editor may hold. */
export const schema = getSchema(bridgeExtensions());
