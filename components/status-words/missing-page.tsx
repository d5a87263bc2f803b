/** For customers who followed an address that the status page does not have. */
export function MissingPage() {
  return (
    <div className="py-16 text-center">
      <h1 className="text-xl font-semibold">No page here</h1>
      <p className="mt-2 text-muted-foreground">It may have been moved, or never was.</p>
      <p className="mt-6">
        <a href="/status" className="touch-target text-link hover:underline">
          Current status
        </a>
      </p>
    </div>
  );
}
