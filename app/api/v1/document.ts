import { openApiOf } from "@/lib/api/openapi";
import { readableOf } from "@/lib/api/readable";
import { env } from "@/lib/env";
import { OPERATIONS } from "./operations/registry";

let known: ReturnType<typeof make> | undefined;

/** The OpenAPI document and what people read of it, made once. */
export const apiDocument = () => (known ??= make());

function make() {
  const document = openApiOf(OPERATIONS, env().baseUrl);
  return { document, readable: readableOf(document) };
}
