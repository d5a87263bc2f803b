import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Site, SiteReport } from "@/lib/domain/site";
import { beyondBounds } from "@/lib/markdown/bounds";
import { layOut } from "@/lib/markdown/lay-out.mjs";
import { When } from "./when";

/** What was published of the postmortem, with its date and what changed since. */
export function Report({ site, report }: { site: Site; report: SiteReport }) {
  const { body, note, at, updatedAt } = report;
  const { zone } = site.page;
  return (
    <section aria-labelledby="report" className="report">
      <h2 id="report">Report</h2>
      <p className="facts">
        Published <When at={at} zone={zone} />
        {note !== null && (
          <>
            {" · updated "}
            <When at={updatedAt} zone={zone} />: {note}
          </>
        )}
      </p>
      <ReportText body={body} />
    </section>
  );
}

const elements: Components = {
  table: ({ node: _, ...props }) => (
    <div role="group" aria-label="Table" tabIndex={0} className="wide">
      <table {...props} />
    </div>
  ),
  pre: ({ node: _, ...props }) => <pre tabIndex={0} {...props} />,
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? "Done" : "Not done"}>
      {checked ? "☑" : "☐"}
    </span>
  ),
};

/** Markdown that was made for outsiders, laid out; as it is written where it cannot be. */
function ReportText({ body }: { body: string }) {
  const tree = beyondBounds(body) === undefined ? layOut(body) : undefined;
  if (!tree) return <pre tabIndex={0}>{body}</pre>;
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    components: elements,
    tableCellAlignToStyle: false,
  });
}
