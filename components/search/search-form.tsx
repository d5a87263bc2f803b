import { Search } from "lucide-react";
import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Asked } from "@/lib/domain/search";

/** A GET form, so that what was found has an address. */
export function SearchForm({ asked: { text, kind } }: { asked: Asked }) {
  return (
    <Form
      key={`${kind} ${text}`}
      action="/search"
      role="search"
      aria-label="The record"
      className="mb-4 flex max-w-2xl items-center gap-2"
    >
      {kind && <input type="hidden" name="kind" value={kind} />}
      <Input
        type="search"
        name="q"
        defaultValue={text}
        autoFocus={text === ""}
        maxLength={300}
        placeholder="Words, or a phrase in “quotes”"
        aria-label="Search incidents, timelines, messages, postmortems and actions"
        aria-keyshortcuts="/"
      />
      <Button type="submit">
        <Search aria-hidden />
        Search
      </Button>
    </Form>
  );
}
