/** Where the cards of subsystems stand, side by side where there are several. */
export const subsystemAddress = (...names: readonly string[]): string =>
  `/subsystem?${new URLSearchParams(names.map((name): [string, string] => ['name', name]))}`;

/** Where its sites are listed. */
export const sitesAddress = (name: string): string => `/find?${new URLSearchParams({ subsystem: name })}`;
