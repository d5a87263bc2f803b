import type { Element, Nodes, Root } from "hast";
import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { LIVE_BLOCKS, MOST_BLOCKS, type BlockData, type LiveBlock } from "@/lib/domain/live-block";
import type { MarkdownReading } from "@/lib/markdown/read";
import { LiveBlockFigure } from "./blocks/live-block";
import { withCallouts } from "./callouts";
import { ChipLink } from "./chip-link";
import { prose } from "./prose";

const elements: Components = {
  h1: ({ node: _, ...props }) => <h2 {...props} />,
  table: ({ node: _, ...props }) => (
    <div role="group" aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table {...props} />
    </div>
  ),
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? "Done" : "Not done"}>
      {checked ? "☑" : "☐"}
    </span>
  ),
};

type MarkdownTextProps = {
  reading: MarkdownReading;
  /** What live blocks show; without it they stay code. */
  blocks?: BlockData | undefined;
};

/** A person's Markdown, laid out; or as it is written, with the reason, where it could not be. */
export function MarkdownText({ reading, blocks }: MarkdownTextProps) {
  if ("tree" in reading) {
    const tree = withCallouts(reading.tree);
    const components = { ...elements, ...elementsWith(tree, blocks) };
    return (
      <div className={prose}>
        {toJsxRuntime(tree, {
          Fragment,
          jsx,
          jsxs,
          components,
          passNode: true,
          tableCellAlignToStyle: false,
        })}
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

/** The elements that look at the record. */
function elementsWith(tree: Root, blocks: BlockData | undefined): Components {
  const live = blocks ? liveBlocksIn(tree) : new Map<Nodes, LiveBlock>();
  return {
    a: ({ node: _, ...props }) => <ChipLink blocks={blocks} {...props} />,
    pre: ({ node, ...props }) => {
      const kind = node && live.get(node);
      if (!kind || !blocks) return <pre tabIndex={0} {...props} />;
      return <LiveBlockFigure kind={kind} blocks={blocks} />;
    },
  };
}

function liveBlocksIn(tree: Root): Map<Nodes, LiveBlock> {
  const found: [Nodes, LiveBlock][] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node && found.length < MOST_BLOCKS; node = open.pop()) {
    const kind = node.type === "element" && node.tagName === "pre" ? kindOf(node) : undefined;
    if (kind) found.push([node, kind]);
    if ("children" in node) open.push(...node.children.toReversed());
  }
  return new Map(found);
}

function kindOf({ children: [code] }: Element): LiveBlock | undefined {
  if (code?.type !== "element" || !Array.isArray(code.properties.className)) return undefined;
  const [language] = code.properties.className;
  return LIVE_BLOCKS.find((kind) => language === `language-${kind}`);
}
