type Named = { service: string | null; affectedServices: string[] | null };

const plain = (name: string) => name.trim().toLowerCase();

/** The incidents that name this service, however it is spelled in capitals. */
export function onService<Incident extends Named>(incidents: Incident[], name: string): Incident[] {
  const wanted = plain(name);
  if (wanted === "") return [];
  return incidents.filter(({ service, affectedServices }) =>
    [service ?? "", ...(affectedServices ?? [])].some((each) => plain(each) === wanted),
  );
}

/** `2 incidents are open on payment-gateway.` */
export function openSentence(count: number, service: string): string {
  return `${count === 1 ? "1 incident is" : `${count} incidents are`} open on ${service.trim()}.`;
}
