import { parentPort } from "node:worker_threads";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { rehypeHeadings, rehypeLinks } from "./rehype.mjs";
import { schema } from "./schema.mjs";
import { tooLarge } from "./tree-bounds.mjs";

const parser = unified().use(remarkParse).use(remarkGfm);
const toHtml = unified()
  .use(remarkRehype, { clobberPrefix: "" })
  .use(rehypeHeadings)
  .use(rehypeSanitize, schema)
  .use(rehypeLinks);

parentPort?.on("message", (markdown) => {
  const text = parser.parse(markdown);
  parentPort?.postMessage(tooLarge(text) ? "too large" : withoutPlaces(toHtml.runSync(text)));
});

/** Where each node stood in the text is of no use to a page. */
function withoutPlaces({ position, children, ...node }) {
  return children ? { ...node, children: children.map(withoutPlaces) } : node;
}

parentPort?.postMessage("ready");
