import type { ReadableShape } from "@/lib/api/readable";
import { FieldTable } from "./field-table";
import { WithCode } from "./with-code";

/** What one of the shapes of answers holds. */
export const ApiShape = ({
  shape: { name, description, type, fields },
}: {
  shape: ReadableShape;
}) => (
  <div className="rounded-lg border border-border bg-card px-4 py-3">
    <h3 id={`shape-${name}`} className="scroll-mt-16 font-medium">
      {name}
    </h3>
    {description && (
      <p className="max-w-prose">
        <WithCode text={description} />
      </p>
    )}
    {fields.length > 0 ? (
      <FieldTable label={`Fields of ${name}`} fields={fields} />
    ) : (
      <p className="wrap-anywhere">{type}</p>
    )}
  </div>
);
