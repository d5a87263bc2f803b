import { ComparedText } from "@/components/postmortems/compared-text";
import { pairsOf } from "@/lib/side-by-side";
import { wordChanges } from "@/lib/text-changes";
import { SideBySide } from "./side-by-side";

type Version = { version: number; body: string };

type ComparisonProps = {
  before: Version;
  after: Version;
  layout: "inline" | "side";
  onlyChanges: boolean;
};

/** What differs between two versions, by words. */
export function Comparison({ before, after, layout, onlyChanges }: ComparisonProps) {
  const names = [`Version ${before.version}`, `Version ${after.version}`] as const;
  if (before.body === after.body) return <p>Both versions say the same.</p>;
  if (layout === "side") {
    const pairs = pairsOf(before.body, after.body);
    return pairs ? (
      <SideBySide pairs={pairs} names={names} onlyChanges={onlyChanges} />
    ) : (
      <TooDifferent />
    );
  }
  const changes = wordChanges(before.body, after.body);
  return changes ? <ComparedText changes={changes} onlyChanges={onlyChanges} /> : <TooDifferent />;
}

const TooDifferent = () => <p>They differ too much to be compared word by word.</p>;
