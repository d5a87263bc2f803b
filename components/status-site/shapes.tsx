import type { ComponentStatus } from "@/lib/domain/component";
import type { Impact } from "@/lib/domain/site";

const TICK = "M4.5 12.5 9.5 17.5 19.5 7";
const ARROW = "M3.5 7 9.5 13 13 9.5 20.5 17M20.5 11.5V17H15";
const TRIANGLE = "M12 4 21 20H3ZM12 10v4.5M12 17.25v.01";
const CROSS = "M6 6 18 18M18 6 6 18";
const SPANNER =
  "M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.8-3.8a6 6 0 0 1-7.9 7.9l-6.9 6.9a2.1 2.1 0 0 1-3-3l6.9-6.9a6 6 0 0 1 7.9-7.9Z";

const SHAPES: Record<ComponentStatus | Impact, string> = {
  operational: TICK,
  degraded_performance: ARROW,
  partial_outage: TRIANGLE,
  major_outage: CROSS,
  under_maintenance: SPANNER,
  none: TICK,
  minor: ARROW,
  major: TRIANGLE,
  critical: CROSS,
  maintenance: SPANNER,
};

/** A state as a shape; its word stands beside it. */
export function Shape({ of }: { of: ComponentStatus | Impact }) {
  return (
    <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[of]} />
    </svg>
  );
}
