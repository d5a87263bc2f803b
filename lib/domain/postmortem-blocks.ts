import type { Code, Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { actionAddress, eventAddress } from "./chip";
import { quoted } from "./draft/text";
import {
  BLOCK_NAMES,
  blockTime,
  LIVE_BLOCKS,
  liveBlockOf,
  MOST_BLOCKS,
  type BlockData,
  type BlockMoment,
  type LiveBlock,
} from "./live-block";
import { isTooMuchWork } from "./markdown-work";
import { METRIC_NAMES } from "./metrics";

const NAMED = new RegExp(`(?:\`{3}|~{3})[ \\t]*(?:${LIVE_BLOCKS.join("|")})`);

/**
 * The text with each live block as the table or list that it showed. What stood in the record is shown
 * as it was and never becomes Markdown of its own.
 */
export function frozenText(markdown: string, blocks: BlockData): string {
  if (!NAMED.test(markdown) || isTooMuchWork(markdown)) return markdown;
  const text = markdown.replace(/\r\n?/g, "\n");
  const found = liveCodes(fromMarkdown(text)).slice(0, MOST_BLOCKS);
  return found.reduceRight((frozen, { code, kind }) => {
    const { start, end } = code.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return frozen;
    const before = frozen.slice(0, start.offset);
    const inside = before.slice(before.lastIndexOf("\n") + 1).replace(/[^>\t]/g, " ");
    const lines = FROZEN[kind](blocks).join("\n").split("\n");
    const placed = lines.map((line, index) => (index === 0 ? line : `${inside}${line}`.trimEnd()));
    return before + placed.join("\n") + frozen.slice(end.offset);
  }, text);
}

function liveCodes(root: Root): { code: Code; kind: LiveBlock }[] {
  const codes: { code: Code; kind: LiveBlock }[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const kind = node.type === "code" ? liveBlockOf(node.lang) : undefined;
    if (node.type === "code" && kind) codes.push({ code: node, kind });
    if ("children" in node) open.push(...node.children.toReversed());
  }
  return codes;
}

const FROZEN: Record<LiveBlock, (blocks: BlockData) => string[]> = {
  timeline: frozenTimeline,
  "action-items": frozenActions,
  metrics: frozenMetrics,
  impact: frozenImpact,
};

const LONGEST = 500;

function frozenTimeline(blocks: BlockData): string[] {
  const rows = blocks.timeline.map(({ seq, at, type, actor, text }) => {
    const who = actor ? ` — ${quoted(actor, 100)}` : "";
    const what = type ? `**${quoted(spelled(type), 40)}:** ` : "";
    const time = link(blockTime(blocks, at), eventAddress(blocks.key, seq));
    return `- ${time} ${what}${quoted(text, LONGEST)}${who}`;
  });
  return orNothing("timeline", rows, left(blocks.timelineLeft, "row"));
}

function frozenActions(blocks: BlockData): string[] {
  const rows = blocks.actions.map(({ id, title, owner, priority, deadline, status, note }) => [
    link(`AI-${id}`, actionAddress(id)),
    ...[title, owner ?? "No owner", priority ?? "Not set", deadline ?? "Not set"].map(cell),
    cell(note === null ? status : `${status}: ${note}`),
  ]);
  const heads = ["Action", "What", "Owner", "Priority", "Deadline", "Status"];
  return orNothing("action-items", table(heads, rows), left(blocks.actionsLeft, "action"));
}

function frozenMetrics(blocks: BlockData): string[] {
  const moment = ({ name, at, seq }: BlockMoment) => {
    const time = blockTime(blocks, at);
    return `${spelled(name)} ${seq === null ? time : link(time, eventAddress(blocks.key, seq))}`;
  };
  const rows = blocks.metrics.map(({ name, minutes, target, met, from, to }) => [
    METRIC_NAMES[name],
    `${minutes} min`,
    target === null ? "None" : `${target} min, ${met ? "met" : "missed"}`,
    moment(from),
    moment(to),
  ]);
  return orNothing("metrics", table(["Metric", "Measured", "Target", "From", "To"], rows));
}

function frozenImpact({ impact }: BlockData): string[] {
  const rows = impact.map(({ label, value }) => [label, cell(value)]);
  return orNothing("impact", table(["Impact", "Recorded"], rows));
}

function orNothing(kind: LiveBlock, lines: string[], more: string[] = []): string[] {
  return lines.length === 0 ? [`*${BLOCK_NAMES[kind]}: nothing recorded.*`] : [...lines, ...more];
}

const left = (count: number, noun: string): string[] =>
  count === 0 ? [] : ["", `*And ${count} more ${count === 1 ? noun : `${noun}s`} in the record.*`];

function table(heads: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [];
  return [heads, heads.map(() => "-"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

/** A record's text within a table: no bar in it begins a cell, not even in code. */
const cell = (text: string): string => quoted(text, LONGEST).replace(/(?<!\\)\|/g, "\\|");

const link = (text: string, address: string): string => `[${text}](${address})`;

function spelled(word: string): string {
  const words = word.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
