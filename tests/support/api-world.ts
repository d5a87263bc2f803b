import { askApi, type ApiAnswer } from "./ask-api";
import type { Known } from "./arbitrary-request";
import { makeIncident } from "./make-incident";

/** Makes one thing of each kind over the API, and gives the names by which they are found. */
export async function makeWorld(token: string): Promise<Known> {
  const make = async (line: string, body: object): Promise<ApiAnswer["body"]> => {
    const answer = await askApi(line, { token, body });
    if (answer.status < 300) return answer.body;
    throw new Error(`${line}: ${JSON.stringify(answer.body)}`);
  };
  const [key, other] = [makeIncident({ service: "checkout" }), makeIncident({ isPrivate: true })];
  const at = `/incidents/${key}`;
  await make(`POST ${at}/timeline`, { description: "Saw errors." });
  await make(`POST ${at}/timeline/1/attachments`, { url: "https://example.com/", title: "Graph" });
  await make(`POST ${at}/updates`, { audience: "internal", message: "We look into it." });
  const outside = { audience: "external", message: "We look into it.", status: "identified" };
  const asked = await askApi(`POST ${at}/updates`, { token, body: outside });
  const confirmed = asked.body.findings.map((finding: { key: string }) => finding.key);
  await make(`POST ${at}/updates`, { ...outside, confirmed });
  const action = await make(`POST ${at}/actions`, { title: "Add an alert" });
  await make(`POST /actions/${action.id}/comments`, { body: "Is it needed?" });
  await make(`POST ${at}/postmortem`, {});
  const thread = await make(`POST ${at}/postmortem/threads`, { body: "How slow?" });
  const text = await make(`POST ${at}/postmortem/revisions`, {
    text: "# Summary\n\nIt was slow.\n",
    baseVersion: 1,
  });
  await make(`POST ${at}/postmortem/editions`, { mark: text.mark, withoutApproval: true });
  await make(`POST ${at}/share-links`, { label: "Customer" });
  const group = await make("POST /components", { name: "Shop", isGroup: true });
  const component = await make("POST /components", { name: "Cart", groupId: group.id });
  const window = {
    scheduledFor: "2099-01-05T10:00:00Z",
    scheduledUntil: "2099-01-05T11:00:00Z",
  };
  const work = await make("POST /maintenance", { title: "New disks", ...window, body: "Soon." });
  await make("POST /people", { name: "Ada Byron", alias: "ada@example.com" });
  await make("POST /teams", { name: "Payments" });
  const team = await make("POST /teams/payments/members", { name: "Grace Hopper" });
  await make("POST /subscribers", { kind: "mail", address: "reader@example.com" });
  return {
    key: [key, other],
    other: [key, other],
    id: ["1", "2", `${component.id}`, work.id],
    mark: [text.mark],
    alias: ["ada@example.com"],
    slug: ["payments"],
    personId: [`${team.members[0].id}`],
    thread: [`${thread.id}`],
    update: [work.updates[0].id],
    seq: ["1", "2"],
  };
}
