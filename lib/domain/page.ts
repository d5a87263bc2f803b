/** One page of a list; a page that is not there becomes the nearest one that is. */
export function pageOf<Item>(items: Item[], asked: number, perPage: number) {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.min(Math.max(asked, 1), pages);
  return { shown: items.slice((page - 1) * perPage, page * perPage), page, pages };
}
