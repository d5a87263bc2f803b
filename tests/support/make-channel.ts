import { db } from "@/db/client";
import { channels, notificationRules } from "@/db/schema";
import { seal } from "@/lib/auth/seal";
import { addressContext, secretContext, USUAL_PER_MINUTE } from "@/lib/domain/channel";
import type { Happening } from "@/lib/domain/happenings";
import type { Severity } from "@/lib/domain/incident";
import { makeToken } from "@/lib/token";

type Overrides = Partial<typeof channels.$inferInsert> & {
  /** What it hears, and down to which severity. */
  hears?: [Happening, Severity][];
};

/** A channel of the portal's own people that hears of nothing, unless the test says so; its texts are plain here. */
export function makeChannel({
  address = "https://hooks.example.com/services/T1/B2/abcdefgh",
  secret = null,
  hears = [],
  ...overrides
}: Overrides = {}) {
  const key = makeToken().slice(0, 16);
  const channel = db()
    .insert(channels)
    .values({
      ...{ key, kind: "slack", name: `ops ${key}`, hint: "https://hooks.example.com/…efgh" },
      ...{ perMinute: USUAL_PER_MINUTE, createdBy: "Grace" },
      ...overrides,
      address: seal(address, addressContext(key)),
      secret: secret && seal(secret, secretContext(key)),
    })
    .returning()
    .get();
  for (const [happening, downTo] of hears) {
    db().insert(notificationRules).values({ channelId: channel.id, happening, downTo }).run();
  }
  return channel;
}
