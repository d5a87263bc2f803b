const aria = ["ariaDescribedBy", "ariaLabel"];

/**
 * What may come out of a person's Markdown. Anything else, the whole of raw HTML included, is dropped;
 * ids are prefixed so that none can stand in for one of the page's own.
 * @type {import("rehype-sanitize").Options}
 */
export const schema = {
  tagNames: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "hr", "br", "pre", "code"],
    ...["strong", "em", "del", "a", "img", "sup", "ul", "ol", "li", "input", "section"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: {
    "*": ["id"],
    a: [...aria, "href", "title", "dataFootnoteRef", "dataFootnoteBackref"],
    code: [["className", /^language-[\w+#.-]{1,40}$/]],
    h2: [["className", "sr-only"]],
    img: ["src", "alt", "title"],
    input: ["checked", ["disabled", true], ["type", "checkbox"]],
    li: [["className", "task-list-item"]],
    ol: ["start", ["className", "contains-task-list"]],
    section: ["dataFootnotes"],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
    ul: [["className", "contains-task-list"]],
  },
  ancestors: {
    thead: ["table"],
    tbody: ["table"],
    tr: ["table"],
    th: ["table"],
    td: ["table"],
  },
  protocols: { href: ["https", "mailto"], src: [] },
  required: { input: { disabled: true, type: "checkbox" } },
  clobber: ["ariaDescribedBy", "id"],
  clobberPrefix: "user-content-",
  strip: ["script", "style"],
};
