type SectionNavProps = { hasResolution: boolean; hasAlerts: boolean; isOver: boolean };

/** The parts of the page, in their order. */
export function SectionNav({ hasResolution, hasAlerts, isOver }: SectionNavProps) {
  const metrics = { id: "metrics", title: "Metrics" };
  const sections = [
    ...(isOver ? [metrics] : []),
    { id: "timeline", title: "Timeline" },
    ...(hasAlerts ? [{ id: "alerts", title: "Alerts" }] : []),
    { id: "communications", title: "Communications" },
    ...(isOver ? [] : [metrics]),
    ...(hasResolution ? [{ id: "resolution", title: "Resolution" }] : []),
    { id: "actions", title: "Actions" },
  ];
  return (
    <nav aria-label="On this page" className="-mx-2 flex flex-wrap print:hidden">
      {sections.map(({ id, title }) => (
        <a
          key={id}
          href={`#${id}`}
          className="inline-flex min-h-8 items-center rounded-md px-2 text-[0.8125rem] text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:min-h-11"
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
