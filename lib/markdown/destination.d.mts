export function destinationOf(href: string): { href: string; isOurs: boolean } | undefined;
