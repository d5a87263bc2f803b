"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { momentOf } from "@/lib/domain/zone-time";
import { formatMinutes } from "@/lib/format";
import { momentText } from "@/lib/status-page/moment-text";
import { zoned } from "@/lib/status-page/zoned";

type WindowFieldsProps = {
  zone: string;
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** True once it has begun, which cannot be moved any more. */
  isBegun?: boolean;
};

/** From when until when, as clocks in the page's zone or in UTC show it. */
export function WindowFields({ zone, values, problems, isBegun = false }: WindowFieldsProps) {
  const [typed, setTyped] = useState({
    from: values.from ?? "",
    until: values.until ?? "",
    zone: values.zone ?? zone,
  });
  const field = (name: "from" | "until") => ({
    defaultValue: typed[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [name]: currentTarget.value }),
  });
  const zones = isUtc(zone) ? [zone] : [zone, "UTC"];

  return (
    <div className="grid gap-2">
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Begins" name="from" required error={problems.from}>
          <Input type="datetime-local" readOnly={isBegun} {...field("from")} />
        </Field>
        <Field label="Ends" name="until" required error={problems.until}>
          <Input type="datetime-local" {...field("until")} />
        </Field>
        <Field label="As clocks show it in" name="zone" error={problems.zone}>
          <NativeSelect
            defaultValue={typed.zone}
            onChange={({ currentTarget }) => setTyped({ ...typed, zone: currentTarget.value })}
          >
            {zones.map((each) => (
              <option key={each} value={each}>
                {isUtc(each) ? "UTC" : each}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <p className="text-[0.8125rem] text-muted-foreground">
        {inWords(typed, zone) ??
          `The page shows times in ${isUtc(zone) ? "UTC" : `${zone} and in UTC`}.`}
      </p>
    </div>
  );
}

const isUtc = (zone: string): boolean => zoned(0, zone).zone === "UTC";

/** What a typed window means; nothing where it is not whole. */
function inWords(
  typed: { from: string; until: string; zone: string },
  zone: string,
): string | undefined {
  const [from, until] = [momentOf(typed.zone, typed.from), momentOf(typed.zone, typed.until)];
  if (!("at" in from) || !("at" in until) || until.at <= from.at) return undefined;
  const length = formatMinutes((until.at - from.at) / 60_000);
  return `${momentText(from.at, zone)} to ${momentText(until.at, zone)}: ${length}.`;
}
