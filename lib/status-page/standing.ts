/** When the files are made; and since when nothing new is known, where the database cannot be read. */
export type Standing = { now: number; staleSince: number | undefined };
