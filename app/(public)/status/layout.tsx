import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: true, follow: true } };

const LINK = "inline-flex min-h-8 items-center hover:underline pointer-coarse:min-h-11";

export default function StatusLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex items-center justify-between gap-4 py-5">
        <a href="/status" className={`${LINK} text-base font-semibold`}>
          Status
        </a>
        <nav aria-label="Status page">
          <a href="/status/history" className={LINK}>
            Incident history
          </a>
        </nav>
      </header>
      <main id="main" className="flex-1 pb-12">
        {children}
      </main>
      <footer className="border-t border-border py-6 text-[0.8125rem] text-muted-foreground">
        All times are in UTC.
      </footer>
    </>
  );
}
