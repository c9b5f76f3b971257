/** Where a rule stands at length. */
export const ruleAddress = (name: string): string => `/rules/${encodeURIComponent(name)}`;

/** The rules of the gate by a group, or by words. */
export const rulesAddress = (filter: { readonly group: string } | { readonly q: string }): string =>
  `/rules?${new URLSearchParams({ ...filter })}`;
