import { FormError } from "@/components/form/form-error";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { EVIDENCE_KINDS } from "@/lib/domain/action-item";
import { COLUMN_NAMES } from "@/lib/domain/board";
import type { ClosingWords } from "@/lib/domain/closing";
import { ClosingFields } from "./closing-fields";
import type { AskedClosing } from "./use-board-moves";

type CloseDialogProps = {
  asked: AskedClosing;
  onSaid: (words: ClosingWords) => void;
  onCancel: () => void;
};

/** Asks for proof or a reason before a card comes to Done or Won't do. Without it the card stays. */
export function CloseDialog({ asked, onSaid, onCancel }: CloseDialogProps) {
  const { card, to, words = {}, problem, problems = {} } = asked;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onCancel()}>
      <DialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          document.getElementById(`ai-${card.id}`)?.focus();
        }}
      >
        <DialogHeader>
          <DialogTitle>
            Move AI-{card.id} to {COLUMN_NAMES[to]}
          </DialogTitle>
          <DialogDescription className="wrap-anywhere">{card.title}</DialogDescription>
        </DialogHeader>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSaid(wordsIn(new FormData(event.currentTarget)));
          }}
          className="grid gap-3"
        >
          <FormError result={problem ? { ok: false, error: problem } : undefined} />
          <ClosingFields to={to} values={shown(words)} problems={problems} />
          <DialogFooter>
            <DialogClose asChild>
              <Button type="button" variant="ghost">
                Cancel
              </Button>
            </DialogClose>
            <Button type="submit">Move card</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function wordsIn(form: FormData): ClosingWords {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  return {
    evidenceKind: EVIDENCE_KINDS.find((kind) => kind === text("evidenceKind")),
    evidence: text("evidence"),
    reason: text("reason"),
  };
}

function shown(words: ClosingWords): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, text]) => (text ? [[name, text]] : [])),
  );
}
