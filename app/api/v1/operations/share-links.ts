import { z } from "zod";
import {
  changeShareLink,
  createShareLink,
  revokeShareLink,
  rotateShareLink,
  type FreshLink,
} from "@/db/mutations/share-links";
import {
  countFollowers,
  findLinkOf,
  listShareLinks,
  listShareViews,
} from "@/db/queries/share-links";
import { defined } from "@/lib/api/defined";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { hashPasscode } from "@/lib/auth/password";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";
import { freshLink, linkChoice, ofLink, passcode, receipts, shareLink } from "../shapes/share-link";

const about = {
  tags: ["Share links"],
  needs: "share-link:manage",
  scope: "share-links:write",
} as const;
const reading = { scope: "share-links:read" } as const;
/** What opens a link is told once. */
const repeated = <Link extends { url: string | null }>(link: Link) => ({ ...link, url: null });

const list = defineOperation({
  ...about,
  ...reading,
  id: "listShareLinks",
  method: "GET",
  path: "/incidents/{key}/share-links",
  summary: "List an incident’s share links",
  description: "The newest first, without what opens them.",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(shareLink),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listShareLinks(requireSeen(viewer, key).id), query, ({ id }) => id),
});

const get = defineOperation({
  ...about,
  ...reading,
  id: "getShareLink",
  method: "GET",
  path: "/incidents/{key}/share-links/{id}",
  summary: "Get a share link",
  params: ofLink,
  answer: shareLink,
  run: (viewer, { params: { key, id } }) => linkOf(viewer, key, id),
});

const create = defineOperation({
  ...about,
  id: "createShareLink",
  method: "POST",
  path: "/incidents/{key}/share-links",
  summary: "Share an incident with somebody without an account",
  params: ofIncident,
  body: z.strictObject({
    ...z.strictObject(linkChoice).partial().shape,
    label: linkChoice.label,
    passcode: passcode.optional(),
  }),
  status: 201,
  answer: freshLink,
  prepare: async (_, { body }) => hashOf(body.passcode),
  run(viewer, { params: { key }, body: { passcode: _, ...chosen } }, passcodeHash) {
    const link = createShareLink(viewer, {
      key,
      ...defined(chosen),
      label: chosen.label,
      passcodeHash,
    });
    return opened(viewer, key, link);
  },
  location: ({ key, id }) => `/incidents/${encodeURIComponent(key)}/share-links/${id}`,
  repeated,
});

const change = defineOperation({
  ...about,
  id: "changeShareLink",
  method: "PATCH",
  path: "/incidents/{key}/share-links/{id}",
  summary: "Change what a share link shows",
  description: "Only what is sent is changed; a passcode of `null` is none from now on.",
  params: ofLink,
  body: z.strictObject({ ...linkChoice, passcode: passcode.nullable() }).partial(),
  answer: shareLink,
  seen: get,
  prepare: async (_, { body }) => (body.passcode === null ? null : hashOf(body.passcode)),
  run(viewer, { params: { key, id }, body: { passcode: _, days, ...sent } }, passcodeHash) {
    const { label, sections, wording, showsMoney, showsPostmortem, version } = linkOf(
      viewer,
      key,
      id,
    );
    const stands = { label, sections, wording, showsMoney, showsPostmortem };
    changeShareLink(viewer, { id, version, days, passcodeHash, ...stands, ...defined(sent) });
    return linkOf(viewer, key, id);
  },
});

const rotate = defineOperation({
  ...about,
  id: "rotateShareLink",
  method: "POST",
  path: "/incidents/{key}/share-links/{id}/rotations",
  summary: "Give a share link another address",
  description: "The one before ends at once, and so do its followers.",
  params: ofLink,
  answer: freshLink,
  run(viewer, { params: { key, id } }) {
    linkOf(viewer, key, id);
    return opened(viewer, key, rotateShareLink(viewer, { id }));
  },
  repeated,
});

const revoke = defineOperation({
  ...about,
  id: "revokeShareLink",
  method: "DELETE",
  path: "/incidents/{key}/share-links/{id}",
  summary: "Revoke a share link",
  params: ofLink,
  seen: get,
  run(viewer, { params: { id } }) {
    revokeShareLink(viewer, { id });
  },
});

const getReceipts = defineOperation({
  ...about,
  ...reading,
  id: "getReceipts",
  method: "GET",
  path: "/incidents/{key}/share-links/{id}/receipts",
  summary: "Get how often a share link was read",
  params: ofLink,
  answer: receipts,
  run(viewer, { params: { key, id } }) {
    const { views, lastViewedAt } = linkOf(viewer, key, id);
    return { views, lastViewedAt, days: listShareViews(id), followers: countFollowers(id) };
  },
});

export const SHARE_LINK_OPERATIONS = [list, create, get, change, revoke, rotate, getReceipts];

const hashOf = async (typed: string | undefined) =>
  typed === undefined ? undefined : hashPasscode(typed);

const opened = (viewer: Viewer, key: string, { id, token }: FreshLink) => ({
  ...linkOf(viewer, key, id),
  key,
  url: `${env().baseUrl}/s/${token}`,
});

/** One of an incident's links, whose sections are all shown where nobody chose. */
function linkOf(viewer: Viewer, key: string, id: number) {
  const found = findLinkOf(requireSeen(viewer, key).id, id);
  if (!found) throw new NotFoundError("This share link is not there.");
  return found;
}
