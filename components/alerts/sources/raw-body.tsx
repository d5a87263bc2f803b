type RawBodyProps = { body: string | undefined; headers: Record<string, string> };

const MOST_SHOWN = 300_000;

/** What was sent, as text and nothing else, with its lines broken where it is JSON. */
export function RawBody({ body, headers }: RawBodyProps) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[0.8125rem]">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="font-mono wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {body === undefined ? (
        <p className="text-muted-foreground">What it held is not kept.</p>
      ) : (
        <pre
          tabIndex={0}
          aria-label="What it held"
          className="max-h-[70vh] overflow-auto rounded-lg border border-border bg-card p-3 text-[0.8125rem] whitespace-pre-wrap wrap-anywhere"
        >
          <code>{broken(body).slice(0, MOST_SHOWN)}</code>
        </pre>
      )}
    </div>
  );
}

function broken(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
