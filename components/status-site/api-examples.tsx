import type { Site } from "@/lib/domain/site";
import { pathTo } from "./paths";

/** What to write into a terminal, a page or a README. */
export function ApiExamples({ site }: { site: Site }) {
  const { url, name } = site.page;
  return (
    <>
      <h2 id="curl">With curl</h2>
      <Code text={`curl ${url}/api/v2/status.json`} />
      <p>Only when something changed since the last time:</p>
      <Code
        text={`curl --etag-save state.etag --etag-compare state.etag ${url}/api/v2/summary.json`}
      />

      <h2 id="badge">A badge</h2>
      <p>
        <img
          src={pathTo(site, "badge.svg")}
          alt={`The badge of ${name}, which says its state`}
          height="22"
        />
      </p>
      <p>
        It takes on the reader’s light or dark colours; <code>/badge-light.svg</code> and{" "}
        <code>/badge-dark.svg</code> are always the same. Every component has its own.
      </p>
      <Code text={`[![${name}](${url}/badge.svg)](${url})`} />

      <h2 id="embed">Within your pages</h2>
      <p>
        A frame with the verdict and what goes on. It needs no script, and shows what was the case
        when your page was loaded.
      </p>
      <Code
        text={`<iframe src="${url}/embed" title="Status of ${attribute(name)}" width="100%" height="180" loading="lazy"></iframe>`}
      />
      <p>
        The widget that Statuspage has for its pages, <code>@statuspage/status-widget</code> from
        npm, reads this one too:
      </p>
      <Code
        text={`<script src="/node_modules/@statuspage/status-widget/dist/index.js"></script>
<statuspage-widget src="${url}" appearance="badge"></statuspage-widget>`}
      />
    </>
  );
}

const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const Code = ({ text }: { text: string }) => (
  <pre>
    <code>{text}</code>
  </pre>
);
