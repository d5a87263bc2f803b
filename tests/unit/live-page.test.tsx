// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeLive } from "@/components/live/live-store";
import { LiveBanner } from "@/components/live/live-banner";
import { NewEntries } from "@/components/live/new-entries";
import { makePacer } from "@/components/live/pacer";
import { Presence } from "@/components/live/presence";
import { readingAnew, steadyFetch, writesNow } from "@/components/live/steady-fetch";
import { useHeld } from "@/components/live/use-held";
import { useTabTitle } from "@/components/live/use-tab-title";

const address = vi.hoisted(() => ({ search: "" }));
vi.mock("next/navigation", () => ({
  usePathname: () => "/incidents/INC-1",
  useSearchParams: () => address.search,
}));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  address.search = "";
  changeLive({ phase: "connecting", people: [], heardAt: undefined });
});

describe("a pacer", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  test("runs at once, and then once for all who ask within the gap", () => {
    const run = vi.fn();
    const pacer = makePacer(run, 400);
    pacer.ask();
    vi.advanceTimersByTime(0);
    expect(run).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 5; i += 1) pacer.ask();
    vi.advanceTimersByTime(399);
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("waits longer where it is asked to, and never once it is stopped", () => {
    const run = vi.fn();
    const pacer = makePacer(run, 400);
    pacer.ask(2000);
    vi.advanceTimersByTime(1999);
    expect(run).not.toHaveBeenCalled();
    pacer.stop();
    vi.advanceTimersByTime(5000);
    expect(run).not.toHaveBeenCalled();
  });
});

describe("the router's reads", () => {
  const rsc = { headers: { rsc: "1" } };
  const answered = (status = 200) => new Response("page", { status });

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => readingAnew(false));

  test.each([
    ["fails", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["comes from a gateway", () => Promise.resolve(answered(502))],
    [
      "breaks half way",
      () =>
        Promise.resolve(
          new Response(new ReadableStream({ start: (it) => it.error(new TypeError("cut off")) })),
        ),
    ],
  ])("wait and are repeated where the answer %s", async (_, fail) => {
    readingAnew(true);
    const fetch = vi.fn().mockImplementationOnce(fail).mockResolvedValueOnce(answered());
    const reading = steadyFetch(fetch)("/incidents", rsc);
    await vi.advanceTimersByTimeAsync(100);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await (await reading).text()).toBe("page");
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test("are repeated at once when the portal is heard of", async () => {
    const fetch = vi.fn().mockRejectedValueOnce(new TypeError()).mockResolvedValueOnce(answered());
    const reading = steadyFetch(fetch)("/incidents", rsc);
    await vi.advanceTimersByTimeAsync(100);
    changeLive({ phase: "live", heardAt: 1 });
    expect((await reading).status).toBe(200);
  });

  test("wait for a session where the page is read anew without one, not where a reader leaves it", async () => {
    const toSignIn = () =>
      Object.defineProperties(answered(), {
        redirected: { value: true },
        url: { value: "http://localhost/login?callbackUrl=%2F" },
      });
    readingAnew(true);
    const fetch = vi.fn().mockResolvedValueOnce(toSignIn()).mockResolvedValueOnce(answered());
    const reading = steadyFetch(fetch)(location.pathname, rsc);
    await vi.advanceTimersByTimeAsync(3000);
    expect((await reading).redirected).toBe(false);

    const leaving = vi.fn().mockResolvedValue(toSignIn());
    expect((await steadyFetch(leaving)("/elsewhere", rsc)).redirected).toBe(true);
  });

  test("fail where they are called off", async () => {
    const gone = new AbortController();
    gone.abort();
    const fetch = vi.fn().mockRejectedValue(new DOMException("", "AbortError"));
    await expect(steadyFetch(fetch)("/", { ...rsc, signal: gone.signal })).rejects.toThrow();
  });

  test("are not made ahead for links in sight", async () => {
    const fetch = vi.fn();
    const ahead = { headers: { rsc: "1", "next-router-prefetch": "1" } };
    expect((await steadyFetch(fetch)("/incidents", ahead)).status).toBe(204);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("know of writes, whose answers bring the page anew", async () => {
    vi.setSystemTime(1_000_000);
    let answer: (answer: Response) => void = () => undefined;
    const fetch = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
    const writing = steadyFetch(fetch)("/", { method: "POST", headers: { "next-action": "a" } });
    expect(writesNow()).toBe(true);
    answer(answered());
    await writing;
    expect(writesNow()).toBe(true);
    vi.setSystemTime(1_003_000);
    expect(writesNow()).toBe(false);
  });

  test("are the only ones that wait: a write that failed is not sent twice", async () => {
    const fetch = vi.fn().mockRejectedValue(new TypeError("Failed to fetch"));
    const steady = steadyFetch(fetch);
    await expect(steady("/incidents", { ...rsc, method: "POST" })).rejects.toThrow(TypeError);
    await expect(steady("/api/live", { method: "HEAD" })).rejects.toThrow(TypeError);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe("a list that somebody reads", () => {
  let see: (isIntersecting: boolean) => void;

  beforeEach(() => {
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
          see = (isIntersecting) => act(() => tell([{ isIntersecting }]));
        }
        observe() {}
        disconnect() {}
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  function List({ ids }: { ids: number[] }) {
    const { shown, ...held } = useHeld(ids, (id) => id);
    return (
      <>
        <NewEntries {...held} />
        <p data-testid="shown">{shown.join()}</p>
      </>
    );
  }
  const shown = () => screen.getByTestId("shown").textContent;

  test("shows what is new where its beginning is in sight", () => {
    const { rerender } = render(<List ids={[2, 1]} />);
    rerender(<List ids={[3, 2, 1]} />);
    expect(shown()).toBe("3,2,1");
  });

  test("keeps it back further down, shows it when asked, and forgets what is gone", () => {
    const { rerender } = render(<List ids={[2, 1]} />);
    see(false);
    rerender(<List ids={[4, 3, 2]} />);
    expect(shown()).toBe("2");
    act(() => screen.getByRole("button", { name: "2 new events" }).click());
    expect(shown()).toBe("4,3,2");
  });

  test("shows what somebody inserts further down", () => {
    const { rerender } = render(<List ids={[2, 1]} />);
    see(false);
    rerender(<List ids={[3, 2, 9, 1]} />);
    expect(shown()).toBe("2,9,1");
  });

  test("shows it when the reader comes back to the beginning", () => {
    const { rerender } = render(<List ids={[1]} />);
    see(false);
    rerender(<List ids={[2, 1]} />);
    see(true);
    expect(shown()).toBe("2,1");
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("shows another list whole", () => {
    const { rerender } = render(<List ids={[1]} />);
    see(false);
    address.search = "type=alert";
    rerender(<List ids={[7, 8]} />);
    expect(shown()).toBe("7,8");
  });
});

describe("the tab's title", () => {
  function Marked({ prefix }: { prefix: string }) {
    useTabTitle(prefix);
    return null;
  }

  test("carries the mark, also once the page has another title, and loses it again", async () => {
    document.title = "INC-1";
    const { rerender, unmount } = render(<Marked prefix="4:32 · " />);
    expect(document.title).toBe("4:32 · INC-1");
    rerender(<Marked prefix="(!) " />);
    expect(document.title).toBe("(!) INC-1");
    document.title = "INC-2";
    await vi.waitFor(() => expect(document.title).toBe("(!) INC-2"));
    unmount();
    expect(document.title).toBe("INC-2");
  });

  test("carries the last mark where there are two", async () => {
    document.title = "INC-1";
    render(<Marked prefix="1:00 · " />);
    render(<Marked prefix="(!) " />);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.title).toBe("(!) 1:00 · INC-1");
  });
});

describe("the banner", () => {
  test("says since when the page is old, with the zone", () => {
    render(<LiveBanner />);
    expect(screen.queryByRole("alert")).toBeNull();
    act(() => changeLive({ phase: "offline", heardAt: Date.UTC(2026, 0, 5, 14, 40) }));
    expect(screen.getByRole("alert").textContent).toContain(
      "Offline, showing data from 14:40 UTC.",
    );
  });
});

describe("presence", () => {
  test("names everybody once somebody else is here", () => {
    render(<Presence />);
    act(() => changeLive({ people: ["Ada Lovelace"] }));
    expect(screen.queryByRole("img")).toBeNull();
    act(() => changeLive({ people: ["Ada Lovelace", "Grace Hopper"] }));
    const here = screen.getByRole("img", { name: "Here now: Ada Lovelace, Grace Hopper" });
    expect(here.textContent).toBe("ALGH");
  });
});
