import { NativeSelect } from "@/components/ui/native-select";

type WordSelectProps = {
  words: readonly string[];
  chosen: string | undefined;
  show?: (word: string) => string;
};

/** One of the board's words, or the record's own, or none. */
export function WordSelect({
  words,
  chosen = "",
  show = (word) => word,
  ...control
}: WordSelectProps) {
  const offered = chosen === "" || words.includes(chosen) ? words : [...words, chosen];
  return (
    <NativeSelect defaultValue={chosen} {...control}>
      <option value="">Not set</option>
      {offered.map((word) => (
        <option key={word} value={word}>
          {show(word)}
        </option>
      ))}
    </NativeSelect>
  );
}
