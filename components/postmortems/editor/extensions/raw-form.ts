const MOST_ROWS = 20;

type RawForm = {
  source: string;
  isInline: boolean;
  save: (source: string) => void;
  close: () => void;
};

/** The text area in which a piece of Markdown is edited. Ctrl Enter saves, Escape leaves it as it is. */
export function rawForm({ source, isInline, save, close }: RawForm): HTMLElement {
  const form: HTMLElement = document.createElement(isInline ? "span" : "div");
  const area = document.createElement("textarea");
  form.className = "raw-form";
  area.value = source;
  area.rows = Math.min(source.split("\n").length + 1, MOST_ROWS);
  area.ariaLabel = "Markdown of this piece";
  area.spellcheck = false;
  form.addEventListener("keydown", (event) => {
    const saves = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!saves && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (saves) save(area.value);
    else close();
  });
  form.append(
    area,
    buttonOf("Save", () => save(area.value)),
    buttonOf("Cancel", close),
  );
  return form;
}

function buttonOf(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}
