import { type Coach, openCoach } from '../../../bench/openCoach.ts';
import type { PlaceOrder } from '../../../bench/siteAt.ts';
import type { Host } from '../../../edge/host.ts';

/** So many sites' coaches are kept: a person writes one why at a time. */
const MOST = 12;

export type Coaches = (place: PlaceOrder) => Promise<Coach | undefined>;

/** Coaches by site, made when they are first asked; one that could not be made is tried again. */
export const createCoaches = (host: Host): Coaches => {
  const kept = new Map<string, Promise<Coach | undefined>>();
  return (place) => {
    const key = `${place.path}:${place.line}:${place.column ?? ''}`;
    const before = kept.get(key);
    if (before) return before;
    const made = openCoach(host, place);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
    return made;
  };
};
