import { setImmediate } from "node:timers";
import type { SiteFile } from "@/lib/status-page/file";
import { etagOf, type PackedFile, type Packing } from "./packed";
import type { Part } from "./site-parts";

/** What was removed is taken away first: a path may be among both. */
export type Change<File = PackedFile> = {
  removed: string[];
  changed: File[];
  /** Whether all that there is was sent, so that a path that is not there names nothing. */
  isWhole: boolean;
};

type PressOptions<File> = {
  /** The files that were sent by an earlier thread: their ETags by their paths. */
  sent: Map<string, string>;
  /** Makes of a file what is sent. */
  pack: (file: SiteFile, packing: Packing) => File;
  send: (change: Change<File>) => void;
  /** Told of a part that could not be made; its files stay as they are. */
  fail: (name: string, error: unknown) => void;
  /** Milliseconds, after which whoever waits has a turn. */
  slice: number;
};

const FEW = 20;

/**
 * Makes those parts of the site that are new, and sends those of their files that changed. A few parts are sent
 * as one change; many are sent in slices, the first ones first, and what is printed meanwhile takes over the rest.
 */
export function makePress<File>({ sent, pack, send, fail, slice }: PressOptions<File>) {
  const made = new Map<string, { of: unknown[]; paths: Set<string> }>();
  const files = new Map([...sent].map(([path, etag]) => [path, { etag, part: "" }]));
  let waiting: Part[] = [];
  let isWhole = false;
  let isWorking = false;

  function print(parts: Part[]): void {
    const names = new Set(parts.map(({ name }) => name));
    const removed = [...made].flatMap(([name, { paths }]) => {
      if (names.has(name)) return [];
      made.delete(name);
      return [...paths].filter((path) => forget(path, name));
    });
    waiting = parts.filter(({ name, of }) => !isSameList(made.get(name)?.of, of));
    work(removed, waiting.length > FEW ? Date.now() + slice : Infinity);
  }

  function work(removed: string[], until: number): void {
    const changed: File[] = [];
    do {
      const part = waiting.shift();
      if (part) make(part, changed, removed);
    } while (waiting.length > 0 && Date.now() < until);
    if (waiting.length === 0 && !isWhole) removed.push(...leftOver());
    isWhole ||= waiting.length === 0;
    if (changed.length + removed.length > 0) send({ removed, changed, isWhole });
    if (waiting.length > 0 && !isWorking) goOn();
  }

  function goOn(): void {
    isWorking = true;
    setImmediate(() => {
      isWorking = false;
      if (waiting.length > 0) work([], Date.now() + slice);
    });
  }

  function make(part: Part, changed: File[], removed: string[]): void {
    const { name, of, isCold = false } = part;
    const before = made.get(name)?.paths ?? new Set();
    const now = Date.now();
    try {
      const next = part.make();
      const paths = new Set(next.map(({ path }) => path));
      for (const file of next) {
        const etag = etagOf(file);
        if (isNew(file, etag)) changed.push(pack(file, { etag, now, isCold }));
        files.set(file.path, { etag, part: name });
      }
      removed.push(...[...before].filter((path) => !paths.has(path) && forget(path, name)));
      made.set(name, { of, paths });
    } catch (error) {
      made.set(name, { of, paths: before });
      fail(name, error);
    }
  }

  const isNew = ({ path }: SiteFile, etag: string) => files.get(path)?.etag !== etag;

  /** Forgets a file, unless another part has it now. */
  function forget(path: string, part: string): boolean {
    return files.get(path)?.part === part && files.delete(path);
  }

  /** What an earlier thread sent, and no part has. */
  const leftOver = () =>
    [...files].flatMap(([path, { part }]) => (forget(path, "") && part === "" ? [path] : []));

  return { print };
}

const isSameList = (a: unknown[] | undefined, b: unknown[]): boolean =>
  a !== undefined && a.length === b.length && a.every((item, i) => item === b[i]);
