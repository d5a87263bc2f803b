const LONGEST_TEXT = 600;
const MOST_TEXTS = 12;
const SHORTEST_STEM = 4;
const WORD_OR_MARK = /[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu;

/** Words that stand in the story of nearly every incident and so tell nothing of its cause. */
const COMMON = new Set(
  `a about above across after all also an and any are as at be because been before being below between
  both but by can caused causes causing could did do does due during each few first for from had has have
  high how in into is it its later led less long low made make many may missing more most much no none
  not of off on once one only or other our out over own per same set should since so some still such than
  that the their them then there these they this those through to too two under until up use used using
  very via was were what when where which while who with within without would yet
  incident incidents issue issues problem problems outage degradation degraded slow slowness down service
  services system systems error errors failure failures failed failing fails fail unavailable users user
  customer customers impact impacted affected production insufficient lack led new old previous version
  increased increase elevated intermittent exceeded exceeding`.split(/\s+/),
);

type Word = { text: string; stem: string };

/**
 * What texts have in common with others that is worth naming: runs of two and more neighbouring words,
 * else at least three words that make a third of the shorter side. Endings and common words do not count.
 */
export function phrasesSharedWith(own: string[]): (others: string[]) => string[] {
  const wordsIn = reader();
  const mine = wordsIn(own);
  if (mine.length === 0) return () => [];
  return (others) => {
    const theirs = wordsIn(others);
    const runs = sharedRuns(mine, new Set(theirs.flatMap(pairsOf)));
    return runs.length > 0 ? runs : sharedWords(mine.flat(), theirs.flat());
  };
}

/** Reads the words of texts, `undefined` where a common word parts its neighbours; each is looked at once. */
function reader(): (texts: string[]) => (Word | undefined)[][] {
  const known = new Map<string, Word | undefined>();
  function read(text: string): Word | undefined {
    if (!known.has(text)) known.set(text, wordOf(text));
    return known.get(text);
  }
  return (texts) =>
    texts
      .slice(0, MOST_TEXTS)
      .map(
        (text) => text.slice(0, LONGEST_TEXT).toLowerCase().match(WORD_OR_MARK)?.map(read) ?? [],
      );
}

/** The stems of a text's telling words, in its order. */
export const stemsOf = (text: string): string[] =>
  reader()([text])
    .flat()
    .flatMap((word) => word?.stem ?? []);

function wordOf(text: string): Word | undefined {
  const saysNothing = text.length < 3 || COMMON.has(text) || /^\p{N}+$/u.test(text);
  return saysNothing ? undefined : { text, stem: stemOf(text) };
}

function stemOf(word: string): string {
  const stem = word.replace(/(?:ions?|ings?|ed|es|s|e)$/, "");
  return stem.length < SHORTEST_STEM ? word : stem;
}

const pairOf = (first: Word | undefined, second: Word | undefined) =>
  first && second ? `${first.stem} ${second.stem}` : undefined;

const pairsOf = (words: (Word | undefined)[]) =>
  words.flatMap((word, index) => pairOf(word, words[index + 1]) ?? []);

/** The longest runs of words whose neighbours stand together on the other side too, each said once. */
function sharedRuns(texts: (Word | undefined)[][], pairs: Set<string>): string[] {
  const runs = new Map<string, string>();
  for (const words of texts) {
    let run: Word[] = [];
    for (const [index, word] of words.entries()) {
      if (word) run.push(word);
      if (pairs.has(pairOf(word, words[index + 1]) ?? "")) continue;
      const stems = run.map(({ stem }) => stem).join(" ");
      if (run.length > 1 && !runs.has(stems))
        runs.set(stems, run.map(({ text }) => text).join(" "));
      run = [];
    }
  }
  const found = [...runs];
  return found
    .filter(([stems]) => !found.some(([longer]) => longer !== stems && holds(longer, stems)))
    .map(([, text]) => text);
}

const holds = (longer: string, stems: string) => ` ${longer} `.includes(` ${stems} `);

function sharedWords(own: (Word | undefined)[], other: (Word | undefined)[]): string[] {
  const mine = new Map(own.flatMap((word) => (word ? [[word.stem, word.text]] : [])));
  const theirs = new Set(other.flatMap((word) => word?.stem ?? []));
  const shared = [...mine].flatMap(([stem, text]) => (theirs.has(stem) ? text : []));
  const isMuch = shared.length >= 3 && shared.length * 3 >= Math.min(mine.size, theirs.size);
  return isMuch ? shared : [];
}
