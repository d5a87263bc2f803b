import * as Y from "yjs";

/** What this device keeps of a text that the portal has not confirmed. */
export type Copy = {
  /** The document that was written in. */
  live: string;
  /** What is not confirmed. */
  update: Uint8Array;
  /** All of the document, where there was time to keep it. */
  whole?: Uint8Array;
  /** Moves with each change of the copy. */
  count: number;
};

export type DeviceCopy = {
  /** What earlier visits left. */
  load: () => Promise<{ id: IDBValidKey; copy: Copy }[]>;
  /** Keeps this visit's; later calls take its place. False where the device keeps nothing. */
  keep: (copy: Copy) => Promise<boolean>;
  /** Lets go of what the portal has by now, unless more was kept there since. */
  forget: (id: IDBValidKey, count: number) => Promise<void>;
  /** This visit's. */
  id: IDBValidKey;
};

const STORE = "unconfirmed";

/** The copies of one person's text of one incident; each open page has one of its own. */
export function deviceCopy(name: string, key: string, client: number): DeviceCopy {
  const id = [name, key, client];

  async function load() {
    const own = IDBKeyRange.bound([name, key], [name, key, []]);
    const ids = await inStore("readonly", (store) => store.getAllKeys(own));
    const copies = await inStore<Copy[]>("readonly", (store) => store.getAll(own));
    return ids.flatMap((each, index) => {
      const copy = copies[index];
      return copy ? [{ id: each, copy }] : [];
    });
  }

  async function keep(copy: Copy): Promise<boolean> {
    try {
      await inStore("readwrite", (store) => store.put(copy, id));
      return true;
    } catch {
      return false; // the page asks before it is left
    }
  }

  async function forget(which: IDBValidKey, count: number): Promise<void> {
    await inStore("readwrite", (store) => {
      const asked: IDBRequest<Copy | undefined> = store.get(which);
      asked.onsuccess = () => {
        if (asked.result && asked.result.count <= count) store.delete(which);
      };
      return asked;
    });
  }

  return {
    id,
    load: () => load().catch(() => []),
    keep,
    forget: (...of) => forget(...of).catch(() => undefined),
  };
}

/** One thing done in the device's store of texts. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = run(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("muster-texts", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("not opened"));
    asked.onblocked = () => reject(new Error("not opened"));
  });
}

/** All that a copy has and a document of this state lacks. */
export const leftIn = ({ whole, update }: Copy, vector: Uint8Array): Uint8Array =>
  whole ? Y.diffUpdate(whole, vector) : update;
