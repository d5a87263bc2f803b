import { describe, expect, test, vi } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { ofOthers } from "@/components/postmortems/editor/extensions/carets";

function two() {
  const [own, other] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const listener = vi.fn();
  const others = ofOthers(own);
  others.on("change", listener);
  const hear = () =>
    applyAwarenessUpdate(own, encodeAwarenessUpdate(other, [other.clientID]), "remote");
  return { own, other, others, listener, hear };
}

describe("the carets of others", () => {
  test("are not told of where one writes oneself, and tell the others of it", () => {
    const { own, others, listener } = two();
    others.setLocalStateField("cursor", { anchor: 1, head: 1 });
    expect(listener).not.toHaveBeenCalled();
    expect(own.getLocalState()).toMatchObject({ cursor: { anchor: 1, head: 1 } });
  });

  test("move with those who have them, until nobody listens", () => {
    const { own, other, others, listener, hear } = two();
    other.setLocalStateField("cursor", { anchor: 2, head: 2 });
    hear();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(others.getStates().get(other.clientID)).toEqual(own.getStates().get(other.clientID));
    others.off("change", listener);
    other.setLocalStateField("cursor", { anchor: 3, head: 3 });
    hear();
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
