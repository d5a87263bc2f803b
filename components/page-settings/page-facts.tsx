import type { StatusPageSettings } from "@/db/queries/page-settings";

/** The page's settings for those who may only look. */
export function PageFacts({ page }: { page: StatusPageSettings }) {
  const { name, about, zone, supportUrl, copyUrl, mailsPerHour } = page;
  const facts = [
    ["Name", name],
    ["About", about ?? "Nothing"],
    ["Time zone", zone],
    ["Where readers report a problem", supportUrl ?? "Nowhere"],
    ["A copy of the page", copyUrl ?? "None"],
    ["Mails to subscribers an hour, at most", mailsPerHour.toLocaleString("en")],
  ];
  return (
    <dl className="grid gap-3">
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt className="text-[0.8125rem] text-muted-foreground">{term}</dt>
          <dd className="wrap-anywhere whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
