import { rollUp } from "@/lib/domain/roll-up";
import { isActive, type Site } from "@/lib/domain/site";
import type { Told } from "./told";
import { v2Components, v2EntryOf } from "./v2-objects";

type Links = {
  /** Where the subscription is changed and ended. */
  own: string;
};

/** What every webhook says first: how to end it, and how the page stands. */
function frameOf(site: Site, { own }: Links) {
  const { indicator, description } = rollUp(
    site.components.filter(({ isGroup }) => !isGroup),
    site.incidents.filter(isActive),
  );
  return {
    meta: { unsubscribe: `${own}/leave`, documentation: `${site.page.url}/api#webhooks` },
    page: {
      id: site.page.id,
      status_indicator: indicator,
      status_description: description,
    },
  };
}

/** The body of a webhook, in the envelope that Statuspage's subscribers know. */
export function noticeEnvelope(site: Site, told: Told, key: string, links: Links): object {
  const components = v2Components(site);
  if (told.kind !== "state") {
    return { ...frameOf(site, links), incident: v2EntryOf(site, components)(told.entry) };
  }
  const { component, before, state } = told;
  return {
    ...frameOf(site, links),
    component_update: {
      created_at: new Date(state.at).toISOString(),
      new_status: state.status,
      old_status: before,
      id: key,
      component_id: component.id,
    },
    component: components.get(component.id),
  };
}

/**
 * Asks whoever owns an address whether it wants webhooks: it says yes by opening the address, or by
 * answering with the challenge.
 */
export function confirmationEnvelope(site: Site, challenge: string, links: Links): object {
  return {
    ...frameOf(site, links),
    confirmation: { url: links.own, challenge },
  };
}
