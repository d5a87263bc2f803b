/** The words that a comment is about. */
export function Quoted({ quote }: { quote: string }) {
  return (
    <blockquote className="line-clamp-4 border-s-2 border-warning ps-2.5 wrap-anywhere text-muted-foreground">
      {quote}
    </blockquote>
  );
}
