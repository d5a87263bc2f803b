import { Badge } from "@/components/ui/badge";

/** Marks what was written after the reader's last visit. */
export function NewMark({ isNew }: { isNew?: boolean | undefined }) {
  return isNew ? <Badge variant="default">New</Badge> : null;
}
