import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import {
  SUBSCRIBER_STATE_NAMES,
  SUBSCRIBER_STATES,
  type SubscriberState,
} from "@/lib/domain/subscriber";
import type { SubscriberFilters } from "@/lib/domain/subscriber-filters";

type SubscriberSearchProps = {
  filters: SubscriberFilters;
  counts: ReadonlyMap<SubscriberState, number>;
};

/** Finds subscribers by a part of their address and their state. */
export function SubscriberSearch({ filters: { state, search }, counts }: SubscriberSearchProps) {
  return (
    <Form action="/subscribers" role="search" className="flex flex-wrap items-end gap-3">
      <div className="grid min-w-48 flex-1 gap-1.5">
        <Label htmlFor="subscriber-search">Address</Label>
        <Input
          key={search}
          id="subscriber-search"
          name="q"
          type="search"
          defaultValue={search}
          maxLength={200}
        />
      </div>
      <div className="grid w-48 gap-1.5">
        <Label htmlFor="subscriber-state">State</Label>
        <NativeSelect
          key={state ?? ""}
          id="subscriber-state"
          name="state"
          defaultValue={state ?? ""}
        >
          <option value="">All</option>
          {SUBSCRIBER_STATES.map((each) => (
            <option key={each} value={each}>
              {SUBSCRIBER_STATE_NAMES[each]} ({counts.get(each) ?? 0})
            </option>
          ))}
        </NativeSelect>
      </div>
      <Button type="submit" variant="outline">
        Find
      </Button>
      {(search !== "" || state !== undefined) && (
        <Button asChild variant="ghost">
          <Link href="/subscribers">Show all</Link>
        </Button>
      )}
    </Form>
  );
}
