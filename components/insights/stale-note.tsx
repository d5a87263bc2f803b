import { Alert, AlertDescription } from "@/components/ui/alert";

/** Says which incidents' numbers are not known at this moment; nothing where all are. */
export function StaleNote({ stale }: { stale: number }) {
  if (stale === 0) return null;
  const [incidents, their] =
    stale === 1 ? ["1 incident", "Its"] : [`${stale.toLocaleString("en")} incidents`, "Their"];
  return (
    <Alert className="mb-5">
      <AlertDescription>
        {" "}
        {incidents} changed just now and {stale === 1 ? "is" : "are"} being measured. {their} times,
        promises and causes are not in these numbers yet.
      </AlertDescription>
    </Alert>
  );
}
