const OPENED = ["Not opened yet", "Opened once"];

export const visitWords = (views: number) => OPENED[views] ?? `Opened ${views} times`;
