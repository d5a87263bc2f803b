export function shownPath(url: string): string;
