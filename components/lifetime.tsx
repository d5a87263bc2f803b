import { Time } from "@/components/time";

/** Until when something opens a door, or when somebody ended that. */
export const Lifetime = ({
  expiresAt,
  revokedAt,
}: {
  expiresAt: number;
  revokedAt: number | null;
}) => (
  <span>
    {revokedAt === null ? "Expires" : "Revoked"} <Time at={revokedAt ?? expiresAt} />
  </span>
);
