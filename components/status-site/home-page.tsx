import { rollUp } from "@/lib/domain/roll-up";
import { isActive, type Site } from "@/lib/domain/site";
import { Document } from "./document";

type HomePageProps = { site: Site; now: number; staleSince: number | undefined };

export function HomePage({ site, now, staleSince }: HomePageProps) {
  const leaves = site.components.filter(({ isGroup }) => !isGroup);
  const active = site.incidents.filter(isActive);
  const { description } = rollUp(leaves, active);
  return (
    <Document site={site} path="" title={`${description} – ${site.page.name}`}>
      <h1>{description}</h1>
      <p>
        {staleSince === undefined ? "Generated" : "Showing the last known state from"}{" "}
        <time dateTime={new Date(staleSince ?? now).toISOString()}>
          {new Date(staleSince ?? now).toISOString().slice(11, 19)} UTC
        </time>
      </p>
      {active.map(({ id, title, updates }) => (
        <article key={id} aria-labelledby={id}>
          <h2 id={id}>
            <a href={`${site.page.url}/incidents/${id}`}>{title}</a>
          </h2>
          <p>{updates[0]?.body}</p>
        </article>
      ))}
      <h2>Components</h2>
      <ul>
        {leaves.map(({ id, name, status }) => (
          <li key={id}>
            {name}: {status}
          </li>
        ))}
      </ul>
    </Document>
  );
}
