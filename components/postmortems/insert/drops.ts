import type { Editor } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { chipOf } from "@/lib/domain/chip";
import type { Desk } from "./desk";
import { putRow, type ChipText } from "./put";

/** What a row carries while it is dragged from beside the text. */
export const ROW_TYPE = "application/x-timeline-row";

export type DraggedRow = { chip: ChipText; words: string };

const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;

/** Takes pictures that are pasted or dropped, and rows of the timeline that are dropped. */
export function dropsPlugin(editor: Editor, desk: Desk): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: withoutStrangePictures,
      handlePaste: (view, { clipboardData }) => {
        const pictures = picturesIn(clipboardData);
        if (!view.editable || pictures.length === 0 || clipboardData?.getData("text/plain")) {
          return false;
        }
        desk.acts().addPictures(pictures);
        return true;
      },
      handleDrop: (view, event, _slice, isMove) => {
        if (!view.editable || isMove) return false;
        const row = rowIn(event.dataTransfer?.getData(ROW_TYPE) ?? "");
        const pictures = picturesIn(event.dataTransfer);
        if (!row && pictures.length === 0) return false;
        event.preventDefault();
        goTo(view, event);
        if (row) putRow(editor, row.chip, row.words);
        else desk.acts().addPictures(pictures);
        return true;
      },
    },
  });
}

/** A dragged row, if it is one: any page can begin to drag anything. */
export function rowIn(carried: string): DraggedRow | undefined {
  const [text, href, words] = stringsIn(carried);
  if (!text || !href || words === undefined || chipOf(href)?.kind !== "event") return undefined;
  return { chip: { text, href }, words };
}

export const carriedRow = ({ chip: { text, href }, words }: DraggedRow): string =>
  JSON.stringify([text, href, words]);

function stringsIn(carried: string): string[] {
  try {
    const strings: unknown = JSON.parse(carried);
    return Array.isArray(strings) ? strings.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

const picturesIn = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter(({ type }) => PICTURE.test(type));

function goTo(view: EditorView, { clientX, clientY }: MouseEvent): void {
  const at = view.posAtCoords({ left: clientX, top: clientY });
  if (!at) return;
  const place = TextSelection.near(view.state.doc.resolve(at.pos));
  view.dispatch(view.state.tr.setSelection(place));
  view.focus();
}

/** A picture of another site is not fetched: it arrives as a link to it. */
function withoutStrangePictures(html: string): string {
  if (!/<img\b/i.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const picture of body.querySelectorAll("img[src]:not([data-src])")) {
    const source = picture.getAttribute("src") ?? "";
    if (!/^https?:/i.test(source)) continue;
    const link = document.createElement("a");
    link.setAttribute("href", source);
    link.textContent = `Image: ${picture.getAttribute("alt") || source}`;
    picture.replaceWith(link);
  }
  return body.innerHTML;
}
