import type { Node } from "@tiptap/pm/model";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { schema as bridge } from "@/lib/markdown/bridge/schema";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";

/** The Markdown of an editor's document: the same nodes, but of a schema that the bridge knows. */
export const markdownOfNode = (doc: Node): string => markdownOf(bridge.nodeFromJSON(doc.toJSON()));

/** A text as a document of an editor's own schema. */
export const nodeOfMarkdown = (schema: Node["type"]["schema"], markdown: string): Node =>
  schema.nodeFromJSON(documentOf(markdown).toJSON());
