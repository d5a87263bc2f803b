import { customAlphabet } from "nanoid";

/** An id for outsiders, as Statuspage's API has them: 12 characters of 0-9 and a-z. */
export const makePublicId = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 12);
