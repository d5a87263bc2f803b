import { Globe } from "lucide-react";
import { StatusBadge } from "@/components/incidents/status-badge";

type PublicPreviewProps = { title: string; status: string; message: string };

/** What outsiders are about to read. */
export function PublicPreview({ title, status, message }: PublicPreviewProps) {
  return (
    <section
      aria-label="Preview of the public update"
      className="grid gap-1.5 rounded-lg border border-warning bg-warning-surface p-3"
    >
      <p className="inline-flex items-center gap-1.5 text-[0.8125rem] font-semibold text-warning">
        <Globe aria-hidden className="size-3.5" />
        Visible to everyone
      </p>
      <p className="font-medium">{title}</p>
      <StatusBadge status={status} />
      <p className="whitespace-pre-wrap wrap-anywhere">{message || "Your message."}</p>
    </section>
  );
}
