/** Hosts whose lists https://lore.kernel.org keeps, each by its own name. */
const ON_LORE = /^([\w.-]+)@(?:vger\.kernel\.org|kvack\.org|lists\.linux\.dev)(?!\.?\w)/;

/**
 * Where replies to the patches of the last year can be read: the archive of the first list of its own, as `L:` names it.
 * Undefined where none is known to be on lore; linux-kernel gets everything, so it says nothing of one subsystem.
 */
export const replyArchive = (lists: readonly string[]): string | undefined => {
  const names = lists.flatMap((list) => ON_LORE.exec(list.toLowerCase())?.[1] ?? []);
  const own = names.find((name) => name !== 'linux-kernel');
  return own === undefined ? undefined : `https://lore.kernel.org/${own}/?q=s:PATCH+AND+d:1.year.ago..`;
};
