import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";

type CompareFormProps = {
  path: string;
  versions: number[];
  /** The version that this page compares with. */
  chosen: number | undefined;
};

/** Chooses the version to compare with. A GET form, so that a comparison has an address. */
export function CompareForm({ path, versions, chosen }: CompareFormProps) {
  return (
    <Form action={path} className="flex flex-wrap items-center gap-2">
      <Label htmlFor="compare">Compare with</Label>
      <NativeSelect
        id="compare"
        name="compare"
        key={chosen}
        defaultValue={chosen}
        className="w-auto"
      >
        {versions.map((version) => (
          <option key={version} value={version}>
            Version {version}
          </option>
        ))}
      </NativeSelect>
      <Button type="submit" variant="outline">
        Compare
      </Button>
    </Form>
  );
}
