import { COMPONENT_STATUS_LABELS, worstStatus } from "@/lib/domain/component";
import type { Site, SiteComponent } from "@/lib/domain/site";
import { uptimeOver } from "@/lib/domain/uptime";
import { pageTo } from "./paths";
import { Shape } from "./shapes";
import { UptimeStrip } from "./uptime-strip";

const DAYS = 90;

type ComponentListProps = { site: Site; now: number };

/** The parts of the product, those of a group together; a group in which all is well is folded up. */
export function ComponentList({ site, now }: ComponentListProps) {
  const tops = site.components.filter(({ groupId }) => groupId === null);
  return (
    <section aria-labelledby="components">
      <h2 id="components">Components</h2>
      <ul className="components">
        {tops.map((component) => (
          <li key={component.id}>
            {component.isGroup ? (
              <Group site={site} group={component} now={now} />
            ) : (
              <Row site={site} component={component} now={now} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type GroupProps = { site: Site; group: SiteComponent; now: number };

function Group({ site, group, now }: GroupProps) {
  const members = site.components.filter(({ groupId }) => groupId === group.id);
  const hurt = members.filter(({ status }) => status !== "operational");
  const worst = worstStatus(members.map(({ status }) => status));
  return (
    <details id={`g-${group.id}`} open={hurt.length > 0}>
      <summary>
        <strong>{group.name}</strong>{" "}
        <span className={`state ${worst}`}>
          <Shape of={worst} />{" "}
          {hurt.length === 0
            ? `All ${members.length} operational`
            : `${COMPONENT_STATUS_LABELS[worst]}: ${hurt.length} of ${members.length}`}
        </span>
      </summary>
      {group.description !== null && <p className="description">{group.description}</p>}
      <ul className="members">
        {members.map((component) => (
          <li key={component.id}>
            <Row site={site} component={component} now={now} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type RowProps = { site: Site; component: SiteComponent; now: number };

function Row({ site, component, now }: RowProps) {
  const { id, name, status, description } = component;
  return (
    <>
      <div className="component">
        <h3>
          <a href={pageTo(site, `components/${id}`)}>{name}</a>
        </h3>
        <p className={`state ${status}`}>
          <Shape of={status} /> {COMPONENT_STATUS_LABELS[status]}
        </p>
      </div>
      {description !== null && <p className="description">{description}</p>}
      {component.isShowcased && (
        <UptimeStrip
          id={id}
          name={name}
          uptime={uptimeOver(component, now, DAYS)}
          from={`${DAYS} days ago`}
          until="Today"
        />
      )}
    </>
  );
}

/**
 * Components that are only shown while something is wrong with them are left out while all is well, and so are
 * groups without any that is shown.
 */
export function shownComponents({ components }: Site): SiteComponent[] {
  const shown = components.filter(
    ({ isGroup, isOnlyShownDegraded, status }) =>
      isGroup || !isOnlyShownDegraded || status !== "operational",
  );
  return shown.filter(({ id, isGroup }) => !isGroup || shown.some(({ groupId }) => groupId === id));
}
