import type { Metadata } from "next";
import { connection } from "next/server";
import { ActiveIncident } from "@/components/status-page/active-incident";
import { ComponentList } from "@/components/status-page/component-list";
import { DayList } from "@/components/status-page/day-list";
import { Verdict } from "@/components/status-page/verdict";
import { getStatusPage } from "@/db/queries/public/status-page";
import { verdictOf } from "@/lib/domain/public-status";

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const { active, components } = getStatusPage();
  const verdict = verdictOf(active, components);
  return {
    title: { absolute: `${verdict} · Status` },
    description: `${verdict}. Current and past incidents.`,
  };
}

export default async function StatusPage() {
  await connection();
  const { active, components, asOf, days } = getStatusPage();

  return (
    <>
      <Verdict active={active} components={components} asOf={asOf} />
      {active.length > 0 && (
        <div className="mt-6 space-y-4">
          {active.map((incident) => (
            <ActiveIncident key={incident.id} incident={incident} asOf={asOf} />
          ))}
        </div>
      )}
      {components.length > 0 && (
        <section aria-labelledby="components" className="mt-10">
          <h2 id="components" className="mb-3 text-base font-semibold">
            Components
          </h2>
          <ComponentList components={components} />
        </section>
      )}
      <section aria-labelledby="past" className="mt-10">
        <h2 id="past" className="mb-3 text-base font-semibold">
          Past {days.length} days
        </h2>
        <DayList days={days} />
        <p className="border-t border-border pt-4">
          <a href="/status/history" className="touch-target text-link hover:underline">
            All earlier incidents
          </a>
        </p>
      </section>
    </>
  );
}
