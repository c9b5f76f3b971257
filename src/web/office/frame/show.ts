import { getCookie } from 'hono/cookie';
import type { StatusCode } from 'hono/utils/http-status';
import { durationWords } from '../../../core/programme/durationWords.ts';
import { phaseOf } from '../../../core/programme/termDates.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Content, page, type Theme } from '../../parts/page.ts';
import type { FrontDesk, Page } from './frontDesk.ts';
import { asidesFor, roomsFor } from './roomsFor.ts';

/** A page of the programme; `here` is the address of the room that it belongs to. */
export interface Shown extends Content {
  readonly here: string;
  /** The term that the page speaks of: its rooms stand in the rail. */
  readonly term?: Term | undefined;
  readonly status?: StatusCode;
}

export const show = (
  c: Page,
  desk: FrontDesk,
  { here, term, status = 200, ...content }: Shown,
): Response | Promise<Response> => {
  c.status(status);
  const { asker } = c.get('visit');
  return c.html(
    page(
      {
        rooms: roomsFor(asker, term),
        asides: asidesFor(asker),
        here,
        foot: term ? footOf(term, desk.office.now()) : [],
        keys: [],
        theme: themeOf(c),
        version: desk.assets.version,
      },
      content,
    ),
  );
};

const themeOf = (c: Page): Theme => {
  const kept = getCookie(c, 'theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

const footOf = (term: Term, now: Date): string[] => [`${term.programme.name}, ${term.name}`, standing(term, now)];

function standing(term: Term, now: Date): string {
  const left = (until: Date) => durationWords(until.getTime() - now.getTime());
  const phase = phaseOf(term, now);
  switch (phase) {
    case 'before':
      return `opens in ${left(term.opensAt)}`;
    case 'open':
      return `open for ${left(term.closesAt)}`;
    case 'closed to new ones':
      return `tasks end in ${left(term.tasksUntil)}`;
    case 'being decided':
      return `starts in ${left(term.startsAt)}`;
    case 'running':
      return `ends in ${left(term.endsAt)}`;
    case 'over':
      return 'over';
    default:
      return phase satisfies never;
  }
}
