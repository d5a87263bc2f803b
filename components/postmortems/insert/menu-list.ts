export type MenuItem = {
  id: string;
  title: string;
  /** What tells it from others like it. */
  hint?: string;
};

let lists = 0;

/**
 * A list to choose from while the caret stays in the text: arrows, Enter and Tab choose, as does a
 * pointer. It is hidden, and keeps no key to itself, while there is nothing to choose.
 */
export class MenuList<Item extends MenuItem> {
  readonly dom = document.createElement("div");
  private readonly list = document.createElement("ul");
  private readonly note = document.createElement("p");
  private readonly name = `insert-menu-${(lists += 1)}`;
  private items: Item[] = [];
  private active = 0;

  constructor(
    private readonly text: HTMLElement,
    label: string,
    private choose: (item: Item) => void,
  ) {
    this.dom.className =
      "z-40 max-w-[calc(100vw-2rem)] min-w-64 rounded-lg border border-border bg-popover p-1 text-sm text-popover-foreground shadow-xl";
    this.note.role = "status";
    this.note.className = "sr-only";
    this.list.id = this.name;
    this.list.role = "listbox";
    this.list.ariaLabel = label;
    this.list.className = "max-h-72 overflow-y-auto";
    this.list.tabIndex = 0; // it scrolls
    this.dom.append(this.note, this.list);
    this.dom.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  /** What was typed since stands elsewhere, so choosing does something else. */
  choosing(choose: (item: Item) => void): void {
    this.choose = choose;
  }

  show(items: Item[]): void {
    this.items = items;
    this.active = 0;
    this.dom.hidden = items.length === 0;
    this.list.replaceChildren(...items.map((item, index) => this.option(item, index)));
    this.note.textContent = items.length === 0 ? "" : countOf(items.length);
    this.point();
  }

  /** True when the key was meant for the list. */
  take({ key, shiftKey, isComposing }: KeyboardEvent): boolean {
    const { length } = this.items;
    if (length === 0 || isComposing) return false;
    if (key === "ArrowDown") this.move((this.active + 1) % length);
    else if (key === "ArrowUp") this.move((this.active + length - 1) % length);
    else if (key === "Enter" || (key === "Tab" && !shiftKey)) {
      const item = this.items[this.active];
      if (item) this.choose(item);
    } else return false;
    return true;
  }

  close(): void {
    this.items = [];
    this.point();
    this.dom.remove();
  }

  private move(active: number): void {
    this.active = active;
    this.point();
  }

  private option({ title, hint }: Item, index: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.name}-${index}`;
    option.role = "option";
    option.className =
      "flex min-h-8 cursor-default items-center justify-between gap-4 rounded-md px-2 py-1 aria-selected:bg-accent pointer-coarse:min-h-11";
    const name = document.createElement("span");
    name.className = "min-w-0 truncate";
    name.textContent = title;
    option.append(name);
    if (hint) {
      const beside = document.createElement("span");
      beside.className = "shrink-0 font-mono text-xs text-muted-foreground";
      beside.textContent = hint;
      option.append(" ", beside);
    }
    option.addEventListener("pointermove", () => {
      if (this.active !== index) this.move(index);
    });
    option.addEventListener("click", () => {
      const item = this.items[index];
      if (item) this.choose(item);
    });
    return option;
  }

  /** Tells the text, and so whoever listens, which one would be chosen. */
  private point(): void {
    [...this.list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.active));
      if (index === this.active) option.scrollIntoView({ block: "nearest" });
    });
    if (this.items.length === 0) {
      this.text.removeAttribute("aria-controls");
      this.text.removeAttribute("aria-activedescendant");
      return;
    }
    this.text.setAttribute("aria-controls", this.name);
    this.text.setAttribute("aria-activedescendant", `${this.name}-${this.active}`);
  }
}

const countOf = (count: number) => (count === 1 ? "1 suggestion" : `${count} suggestions`);
