import { Agent, get, type ClientRequest } from "node:http";

const PER_SESSION = 20;

/** Open streams of many sessions, and how long after it was written each change was heard. */
export class Listeners {
  readonly heard: number[] = [];
  readonly #requests: ClientRequest[] = [];
  readonly #agent = new Agent({ maxSockets: Infinity });
  readonly #url: string;

  constructor(url: string) {
    this.#url = `${url}/api/live?on=${encodeURIComponent("/incidents")}`;
  }

  get size(): number {
    return this.#requests.length;
  }

  /** Opens streams until there are this many. Each session may have a bounded number. */
  async open(count: number, sessions: readonly string[]): Promise<void> {
    while (this.size < count) {
      const cookie = sessions[Math.floor(this.size / PER_SESSION)];
      if (cookie === undefined) throw new Error("there are too few sessions");
      await this.#openOne(cookie);
    }
  }

  close(): void {
    for (const request of this.#requests) request.destroy();
    this.#requests.length = 0;
  }

  #openOne(Cookie: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = get(this.#url, { agent: this.#agent, headers: { Cookie } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`answered ${answer.statusCode}`));
        answer.on("error", () => undefined); // it is cut off at the end
        answer.on("data", (chunk: Buffer) => {
          resolve();
          this.#hear(chunk.toString());
        });
      });
      request.on("error", reject);
      this.#requests.push(request);
    });
  }

  #hear(text: string): void {
    const now = Date.now();
    for (const [, at] of text.matchAll(/"action":.*?"at":(\d+)/g))
      this.heard.push(now - Number(at));
  }
}
