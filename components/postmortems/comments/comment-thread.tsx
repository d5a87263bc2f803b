import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/time";
import type { CommentActions } from "./comment-actions";
import { ReplyForm, ThreadButton } from "./comment-forms";
import type { PlacedThread } from "./comment-panel";
import { CommentText } from "./comment-text";
import { Quoted } from "./quoted";

export type CommentThreadProps = {
  incidentKey: string;
  thread: PlacedThread;
  me: string;
  actions: CommentActions | undefined;
  /** Shows the words in the text. */
  onShow: ((thread: PlacedThread) => void) | undefined;
};

/** A remark with its answers, and the words of the text that it is about. */
export function CommentThread({ incidentKey, thread, me, actions, onShow }: CommentThreadProps) {
  const { id, author, resolvedAt, resolvedBy, replies } = thread;
  const isOpen = resolvedAt === null;
  const editOf = (who: string) => (who === me ? actions?.edit : undefined);
  return (
    <article
      aria-label={`Comment by ${author}`}
      className="grid gap-2 rounded-md border border-border p-3"
    >
      <About thread={thread} onShow={onShow} />
      <CommentText incidentKey={incidentKey} comment={thread} editAction={editOf(author)} />
      {replies.length > 0 && (
        <ol className="grid gap-2 border-s border-border ps-3">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentText
                incidentKey={incidentKey}
                comment={reply}
                editAction={editOf(reply.author)}
              />
            </li>
          ))}
        </ol>
      )}
      {!isOpen && (
        <p className="text-muted-foreground">
          Resolved by {resolvedBy} <Time at={resolvedAt} show="age" />
        </p>
      )}
      {actions && (
        <div className="grid gap-1 print:hidden">
          <Disclosure
            summary={
              <span>
                Reply<span className="sr-only"> to {author}</span>
              </span>
            }
          >
            <ReplyForm action={actions.reply} incidentKey={incidentKey} thread={id} />
          </Disclosure>
          <div className="-ms-2.5">
            <ThreadButton
              action={isOpen ? actions.resolve : actions.reopen}
              incidentKey={incidentKey}
              thread={id}
            >
              {isOpen ? "Resolve" : "Reopen"}
            </ThreadButton>
          </div>
        </div>
      )}
    </article>
  );
}

function About({ thread, onShow }: Pick<CommentThreadProps, "thread" | "onShow">) {
  const { quote, place } = thread;
  if (quote === "") return <p className="text-muted-foreground">About the whole text</p>;
  return (
    <div className="grid justify-items-start gap-1">
      <Quoted quote={quote} />
      {place.isLost && (
        <p className="font-medium text-warning">The text it was about has changed.</p>
      )}
      {place.heading && <p className="text-muted-foreground">Under {place.heading}</p>}
      {onShow && !place.isLost && (
        <Button
          type="button"
          variant="link"
          size="sm"
          className="h-6 px-0 noscript:hidden"
          onClick={() => onShow(thread)}
        >
          Show in the text
        </Button>
      )}
    </div>
  );
}
