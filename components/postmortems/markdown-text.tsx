import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { MarkdownReading } from "@/lib/markdown/read";
import { prose } from "./prose";

const elements: Components = {
  h1: (props) => <h2 {...props} />,
  table: (props) => (
    <div role="group" aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table {...props} />
    </div>
  ),
  pre: (props) => <pre tabIndex={0} {...props} />,
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? "Done" : "Not done"}>
      {checked ? "☑" : "☐"}
    </span>
  ),
};

/** A person's Markdown, laid out; or as it is written, with the reason, where it could not be. */
export function MarkdownText({ reading }: { reading: MarkdownReading }) {
  if ("tree" in reading) {
    return (
      <div className={prose}>
        {toJsxRuntime(reading.tree, { Fragment, jsx, jsxs, components: elements })}
      </div>
    );
  }
  return (
    <div className={prose}>
      <p role="note">This text is shown as it is written, because {reading.reason}.</p>
      <pre tabIndex={0}>{reading.text}</pre>
    </div>
  );
}
