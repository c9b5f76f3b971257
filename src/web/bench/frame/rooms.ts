import type { RailRoom } from '../../parts/page.ts';

/** The rooms of the workbench, in the order of the rail. A room that is not built is not here. */
export const rooms: readonly RailRoom[] = [
  { name: 'Today', at: '/', key: 't' },
  { name: 'Find', at: '/find', key: 'f' },
  { name: 'Map', at: '/map', key: 'm' },
  { name: 'Contributions', at: '/contributions', key: 'c' },
  { name: 'Subsystems', at: '/subsystems', key: 's' },
  { name: 'Rules', at: '/rules', key: 'r' },
  { name: 'Journal', at: '/journal', key: 'n' },
];

export const asides: readonly RailRoom[] = [
  { name: 'Doctor', at: '/doctor', key: 'd' },
  { name: 'Settings', at: '/settings', key: ',' },
];
