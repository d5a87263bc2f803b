import type { Mark, Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { DomainError } from "@/lib/domain/error";
import { TEXT_NAME } from "@/lib/domain/live-text";
import { schema } from "@/lib/markdown/bridge/schema";
import { nodeWith } from "./fit";
import { remembered } from "./remembered";

const DEEPEST = 100;
const LONGEST_ATTRIBUTE = 256 * 1024;
/** Marks that may overlap themselves carry a hash behind their name. */
const MARK_NAME = /^(.*?)(?:--[a-zA-Z0-9+/=]{8})?$/;

export type Reading = {
  node: Node;
  /** True where the schema forbids what the shared text says: `node` is what it is taken for. */
  isMended: boolean;
};

export const fragmentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(TEXT_NAME);

/** The text as the editor knows it. Throws where it holds what no editor of the portal writes. */
export function readDocument(doc: Y.Doc): Reading {
  const { nodes, isMended } = readAll(fragmentOf(doc).toArray(), 0);
  const whole = nodeWith(schema.topNodeType, {}, nodes);
  return { node: whole.node, isMended: nodes.length > 0 && (isMended || whole.isMended) };
}

/** Some of the text's blocks, one after the other. */
export function readBlocks(blocks: readonly unknown[]): Reading {
  const { nodes, isMended } = readAll(blocks, 0);
  const whole = nodeWith(schema.topNodeType, {}, nodes);
  return { node: whole.node, isMended: nodes.length > 0 && (isMended || whole.isMended) };
}

export type Nodes = { nodes: Node[]; isMended: boolean };

function readAll(types: readonly unknown[], depth: number): Nodes {
  if (depth > DEEPEST) throw foreign(`is nested more than ${DEEPEST} levels deep`);
  const all: Nodes = { nodes: [], isMended: false };
  for (const type of types) {
    const { nodes, isMended } = remembered(type, () => readType(type, depth));
    all.nodes.push(...nodes);
    all.isMended ||= isMended;
  }
  return all;
}

function readType(type: unknown, depth: number): Nodes {
  return type instanceof Y.XmlText ? readText(type) : readOne(type, depth);
}

function readOne(element: unknown, depth: number): Nodes {
  if (!(element instanceof Y.XmlElement)) throw foreign("holds something that is no text");
  const type = schema.nodes[element.nodeName];
  if (!type || type === schema.topNodeType || type.isText) {
    throw foreign("holds a kind of block that is not known here");
  }
  const within = readAll(element.toArray(), depth + 1);
  const { node, isMended } = nodeWith(type, attributesOf(element.getAttributes()), within.nodes);
  return { nodes: [node], isMended: isMended || within.isMended };
}

function readText(text: Y.XmlText): Nodes {
  const pieces: unknown[] = text.toDelta();
  const all: Nodes = { nodes: [], isMended: false };
  for (const piece of pieces) {
    if (!isRecord(piece) || typeof piece.insert !== "string") throw foreign("holds no text");
    const words = storable(piece.insert);
    all.isMended ||= words !== piece.insert;
    const marks = isRecord(piece.attributes) ? marksOf(piece.attributes) : [];
    if (words !== "") all.nodes.push(schema.text(words, marks));
  }
  return all;
}

function marksOf(attributes: Record<string, unknown>): Mark[] {
  return Object.entries(attributes).map(([name, attrs]) => {
    const type = schema.marks[MARK_NAME.exec(name)?.[1] ?? name];
    if (!type || !isRecord(attrs)) throw foreign("holds a format that is not known here");
    return type.create(attributesOf(attrs));
  });
}

function attributesOf(attributes: Record<string, unknown>): Record<string, unknown> {
  for (const value of Object.values(attributes)) {
    const isPlain = value === null || ["string", "number", "boolean"].includes(typeof value);
    const isLong = typeof value === "string" && value.length > LONGEST_ATTRIBUTE;
    if (!isPlain || isLong) throw foreign("holds a setting that is not known here");
  }
  return attributes;
}

/** Control characters, which pasted text may bring along, cannot be stored. */
const storable = (text: string): string => text.replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, "");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const foreign = (why: string) => new DomainError(`This change ${why}. Nothing was kept of it.`);
