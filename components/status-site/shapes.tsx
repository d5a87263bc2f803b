import { shapeOf, type Shown } from "@/lib/status-page/pictures";

/** A state as a shape; its word stands beside it. */
export function Shape({ of }: { of: Shown }) {
  return (
    <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapeOf(of)} />
    </svg>
  );
}
