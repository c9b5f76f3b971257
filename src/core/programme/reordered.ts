/** The order in which tasks come after one was moved to a place, from 1; places out of range are the ends. */
export const reordered = (ids: readonly string[], moved: string, place: number): string[] => {
  if (!ids.includes(moved)) return [...ids];
  const others = ids.filter((id) => id !== moved);
  const at = Math.min(Math.max(place - 1, 0), others.length);
  return others.toSpliced(at, 0, moved);
};
