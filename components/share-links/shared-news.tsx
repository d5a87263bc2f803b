import { Time } from "@/components/time";
import { SharedSection } from "./shared-section";

type SharedNewsProps = { since: number; lines: string[] };

/** What changed since the reader was last here. */
export function SharedNews({ since, lines }: SharedNewsProps) {
  return (
    <SharedSection title="Since you were last here" id="news">
      {lines.length === 0 ? (
        <p>
          Nothing changed since <Time at={since} />.
        </p>
      ) : (
        <>
          <p className="mb-2 text-[0.8125rem] text-muted-foreground">
            You were last here <Time at={since} />.
          </p>
          <ul className="list-disc space-y-1 ps-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </SharedSection>
  );
}
