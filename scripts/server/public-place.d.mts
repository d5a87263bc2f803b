export type StatusPlace = { host: string; base: string };

export function statusPlace(statusUrl: string): StatusPlace;

export function publicPathOf(
  url: string,
  host: string | undefined,
  statusUrl: StatusPlace,
): string | undefined;

export function portalUrlOf(url: string, host: string | undefined, statusUrl: StatusPlace): string;
