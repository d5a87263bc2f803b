import { Alert, AlertTitle } from "@/components/ui/alert";

/** Why a file was refused: all of it, in a box that scrolls. */
export function ProblemList({ problems }: { problems: string[] }) {
  const count = problems.length.toLocaleString("en");
  return (
    <Alert variant="danger">
      <AlertTitle>
        This file cannot be imported: {problems.length === 1 ? "one problem" : `${count} problems`}.
        Nothing was stored.
      </AlertTitle>
      <div
        role="region"
        aria-label="Problems"
        tabIndex={0}
        className="mt-1 max-h-96 overflow-y-auto"
      >
        <ol className="grid gap-1 font-mono text-[0.8125rem] leading-5">
          {problems.map((problem) => (
            <li key={problem} className="wrap-anywhere">
              {problem}
            </li>
          ))}
        </ol>
      </div>
    </Alert>
  );
}
