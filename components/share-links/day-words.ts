export const dayWords = (days: number) => (days === 1 ? "1 day" : `${days} days`);
