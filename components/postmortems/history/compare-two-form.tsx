import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { historyQuery, type HistoryView } from "@/lib/domain/history-view";

type CompareTwoFormProps = { path: string; view: HistoryView; newest: number };

/** Chooses any two versions, and how to see what differs. A GET form: every comparison has an address. */
export function CompareTwoForm({ path, view, newest }: CompareTwoFormProps) {
  const { from, to, layout, onlyChanges, page } = view;
  return (
    <Form
      action={path}
      key={historyQuery(view)}
      aria-label="Compare two versions"
      className="flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      {page > 1 && <input type="hidden" name="page" value={page} />}
      <Version name="from" label="From version" newest={newest} value={from ?? newest - 1} />
      <Version name="to" label="To version" newest={newest} value={to ?? newest} />
      <div className="grid gap-1.5">
        <Label htmlFor="layout">Layout</Label>
        <NativeSelect id="layout" name="layout" defaultValue={layout} className="w-40">
          <option value="inline">In one text</option>
          <option value="side">Side by side</option>
        </NativeSelect>
      </div>
      <label className="flex h-9 items-center gap-2 pointer-coarse:h-11">
        <Checkbox name="only" value="1" defaultChecked={onlyChanges} />
        Only changes
      </label>
      <Button type="submit" variant="outline">
        Compare
      </Button>
    </Form>
  );
}

type VersionProps = { name: string; label: string; newest: number; value: number };

function Version({ name, label, newest, value }: VersionProps) {
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={name}>{label}</Label>
      <Input
        id={name}
        name={name}
        type="number"
        inputMode="numeric"
        min={1}
        max={newest}
        required
        defaultValue={Math.max(value, 1)}
        className="w-28"
      />
    </div>
  );
}
