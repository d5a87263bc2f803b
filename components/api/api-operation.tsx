import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { ReadableOperation } from "@/lib/api/readable";
import { FieldTable } from "./field-table";
import { ShapeLink } from "./shape-link";
import { WithCode } from "./with-code";

/** One operation: what it does, what it takes and what it answers. */
export function ApiOperation({ operation }: { operation: ReadableOperation }) {
  const { id, method, path, summary, description, parameters, body, answers } = operation;
  return (
    <Disclosure
      id={`operation-${id}`}
      className="rounded-lg border border-border bg-card px-4 py-2.5"
      summary={
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Badge variant={method === "GET" ? "secondary" : "info"}>{method}</Badge>
          <code className="wrap-anywhere">{path}</code>
          <span className="font-normal text-muted-foreground">{summary}</span>
        </span>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        {description && (
          <p className="max-w-prose">
            <WithCode text={description} />
          </p>
        )}
        {parameters.length > 0 && <FieldTable label={`Parameters of ${id}`} fields={parameters} />}
        {body.length > 0 && (
          <div>
            <h3 className="font-medium">Body</h3>
            <FieldTable label={`Body of ${id}`} fields={body} saysRequired />
          </div>
        )}
        <Answers answers={answers} />
      </div>
    </Disclosure>
  );
}

const Answers = ({ answers }: Pick<ReadableOperation, "answers">) => (
  <div>
    <h3 className="font-medium">Answers</h3>
    <ul className="grid gap-0.5">
      {answers.map(({ status, description, shape }) => (
        <li key={status}>
          <code>{status}</code> {description}
          {shape && shape !== "Problem" && (
            <>
              : <ShapeLink name={shape} />
            </>
          )}
        </li>
      ))}
    </ul>
  </div>
);
