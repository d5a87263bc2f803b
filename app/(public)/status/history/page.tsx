import type { Metadata } from "next";
import { connection } from "next/server";
import { listPublicMonths } from "@/db/queries/public/status-page";
import { formatMonth } from "@/lib/domain/month";

export const metadata: Metadata = { title: { absolute: "Incident history · Status" } };

export default async function HistoryPage() {
  await connection();
  const months = listPublicMonths();

  return (
    <>
      <h1 className="mb-5 text-2xl font-semibold tracking-tight">Incident history</h1>
      {months.length === 0 && <p className="text-muted-foreground">No incidents reported yet.</p>}
      <ul className="divide-y divide-border rounded-xl border border-border bg-card">
        {months.map(({ month, incidents }) => (
          <li key={month}>
            <a
              href={`/status/history/${month}`}
              className="flex min-h-11 items-center justify-between gap-4 px-5 py-2 hover:bg-accent"
            >
              <span className="font-medium">{formatMonth(month)}</span>
              <span className="text-muted-foreground">
                {incidents === 1 ? "1 incident" : `${incidents} incidents`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
