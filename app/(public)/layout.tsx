import type { ReactNode } from "react";

/** Pages for people without an account: nothing of the portal around them. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-3xl flex-col px-4 sm:px-6">{children}</div>
  );
}
