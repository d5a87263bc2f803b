/** How links look on an item's page. */
export const itemLink = "touch-target rounded-sm text-link hover:underline";
