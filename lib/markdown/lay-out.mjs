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

/** The sanitised tree of a person's Markdown, at once; `undefined` where it is too large. */
export function layOut(markdown) {
  const text = parser.parse(markdown);
  return tooLarge(text) ? undefined : withoutPlaces(toHtml.runSync(text));
}

/** Where each node stood in the text is of no use to a page. */
function withoutPlaces({ position, children, ...node }) {
  return children ? { ...node, children: children.map(withoutPlaces) } : node;
}
