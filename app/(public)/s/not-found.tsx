export default function SharedNotFound() {
  return (
    <main id="main" className="mx-auto max-w-md py-24">
      <h1 className="text-xl font-semibold">This link does not work</h1>
      <p className="mt-2 text-base text-muted-foreground">
        It may have expired or been revoked. Ask the person who shared it for a new one.
      </p>
    </main>
  );
}
