"use client";

import { Link2 } from "lucide-react";
import { toast } from "@/components/ui/toast";

/** Copies the whole address of a path of this portal, and says so. */
export async function copyLink(path: string) {
  const link = location.origin + path;
  try {
    await navigator.clipboard.writeText(link);
    toast("Link copied.");
  } catch {
    toast(`The browser did not allow copying. The link is ${link}`, { tone: "danger" });
  }
}

type CopyLinkProps = { path: string; children: string };

/** The incident's key, which copies the address of its page. Without JavaScript it is that link. */
export function CopyLink({ path, children }: CopyLinkProps) {
  return (
    <a
      href={path}
      aria-keyshortcuts="."
      title="Copy the link (.)"
      onClick={(event) => {
        event.preventDefault();
        void copyLink(path);
      }}
      className="touch-target inline-flex min-h-6 items-center gap-1.5 font-mono text-[0.8125rem] text-muted-foreground hover:text-link"
    >
      {children}
      <Link2 aria-hidden className="size-3.5" />
    </a>
  );
}
