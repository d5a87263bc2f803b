"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import type { ItemTexts } from "@/lib/domain/item-text";
import { ticketKeyOf } from "@/lib/domain/ticket";

type TicketFieldsProps = { values: ItemTexts; problems: Record<string, string[]> };

/** The address of a ticket elsewhere, and its key, which the address proposes. */
export function TicketFields({ values, problems }: TicketFieldsProps) {
  const [address, setAddress] = useState(values.ticketUrl ?? "");
  return (
    <>
      <Field
        label="Ticket"
        name="ticketUrl"
        error={problems.ticketUrl}
        hint="Its address in Jira, GitHub, GitLab, Linear or elsewhere."
      >
        <Input
          type="url"
          autoComplete="off"
          placeholder="https://"
          defaultValue={values.ticketUrl}
          onChange={({ target }) => setAddress(target.value)}
        />
      </Field>
      <Field
        label="Ticket’s key"
        name="ticketKey"
        error={problems.ticketKey}
        hint="Left empty, it is the one in the address."
      >
        <Input
          autoComplete="off"
          placeholder={ticketKeyOf(address) ?? "OPS-123"}
          defaultValue={values.ticketKey}
        />
      </Field>
    </>
  );
}
