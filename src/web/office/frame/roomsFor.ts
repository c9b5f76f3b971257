import { type Asker, has } from '../../../core/programme/role.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import type { RailRoom } from '../../parts/page.ts';
import { termAddress } from './termAddress.ts';

/** The rooms in the rail: what this person may enter in this term, and nothing of others. */
export const roomsFor = (who: Asker, term: Term | undefined): RailRoom[] => {
  const today: RailRoom = { name: who.id === undefined ? 'Programmes' : 'Today', at: '/', key: 't' };
  if (!term) return [today];
  const at = termAddress(term);
  const isOne = (...roles: Parameters<typeof has>[2][]) => has(who, term.id, ...roles);
  return [
    today,
    { name: 'The term', at, key: 'e' },
    ...(isOne('applicant', 'mentee')
      ? [
          room('Application', `${at}/application`, 'a'),
          room('Tasks', `${at}/tasks`, 's'),
          room('Course', `${at}/course`, 'c'),
        ]
      : []),
    ...(isOne('mentor', 'lead mentor') ? [room('Queue', `${at}/queue`, 'q')] : []),
    ...(isOne('reviewer', 'mentor', 'lead mentor') ? [room('Review', `${at}/review`, 'r')] : []),
    ...(isOne('mentee', 'mentor', 'lead mentor') ? [room('Subsystems', `${at}/subsystems`, 'u')] : []),
    ...(isOne('lead mentor', 'organiser') ? [room('Where all are', `${at}/progress`, 'p')] : []),
    ...(isOne('lead mentor') ? [room('Decide', `${at}/decide`, 'd')] : []),
    ...(isOne('lead mentor', 'organiser') ? [room('Tasks of the term', `${at}/plan`, 'l')] : []),
    ...(isOne('organiser') ? [room('Organise', `${at}/organise`, 'o')] : []),
  ];
};

/** Below the rooms. */
export const asidesFor = (who: Asker): RailRoom[] =>
  who.id === undefined
    ? [room('Sign in', '/sign-in', 'i'), room('Privacy', '/privacy', 'y')]
    : [room('You', '/me', 'm'), room('Privacy', '/privacy', 'y')];

const room = (name: string, at: string, key: string): RailRoom => ({ name, at, key });
