export function isDeeperThan(text: string, levels: number): boolean;
