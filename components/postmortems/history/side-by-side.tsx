import { ChangedText } from "@/components/postmortems/compared-text";
import type { Pair } from "@/lib/side-by-side";
import type { Change } from "@/lib/text-changes";

type SideBySideProps = { pairs: Pair[]; names: readonly [string, string]; onlyChanges: boolean };

const CELL = "w-1/2 border-border p-2 align-top wrap-anywhere whitespace-pre-wrap";

/** Two texts beside one another, line by line. */
export function SideBySide({ pairs, names, onlyChanges }: SideBySideProps) {
  return (
    <div role="group" aria-label="Side by side" tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-160 table-fixed border-collapse text-sm leading-6">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col" className="border-b border-border p-2 text-start">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair, index) => (
            <Row key={index} pair={pair} onlyChanges={onlyChanges} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ pair, onlyChanges }: { pair: Pair; onlyChanges: boolean }) {
  if (!("same" in pair)) {
    return (
      <tr className="border-b border-border">
        <td className={`${CELL} border-e`}>
          <Pieces pieces={pair.before} />
        </td>
        <td className={CELL}>
          <Pieces pieces={pair.after} />
        </td>
      </tr>
    );
  }
  if (onlyChanges) {
    return (
      <tr className="border-b border-border">
        <td colSpan={2} className="bg-muted p-2 text-[0.8125rem] text-muted-foreground">
          {unchanged(pair.same)}
        </td>
      </tr>
    );
  }
  return (
    <tr className="border-b border-border">
      <td className={`${CELL} border-e`}>{pair.same}</td>
      <td className={CELL}>{pair.same}</td>
    </tr>
  );
}

function Pieces({ pieces }: { pieces: Change[] }) {
  return pieces.map((change, index) => <ChangedText key={index} change={change} />);
}

function unchanged(text: string): string {
  const lines = text.replace(/\n$/, "").split("\n").length;
  return lines === 1 ? "1 line without changes" : `${lines} lines without changes`;
}
