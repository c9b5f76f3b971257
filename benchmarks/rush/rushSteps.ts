import type { Request } from 'autocannon';
import { sampleEligibility } from '../../src/office/term/sampleProgramme.ts';
import { RUSH_TERM } from './rushTerm.ts';

/** What somebody asks for who applies in the last hour, in this order. */
export const rushSteps = ['the term', 'start', 'the form', 'save', 'the form, saved', 'send', 'what was sent'] as const;
export type RushStep = (typeof rushSteps)[number];

/** Forms lead to a page, pages are there; everything else is an error. */
export const wantedStatus = (step: RushStep): number => (['start', 'save', 'send'].includes(step) ? 303 : 200);

/** The answers of somebody who may take part. */
export const rushAnswers = sampleEligibility.map(({ id, wanted }): [string, string] => [
  `answer-${id}`,
  wanted ? 'yes' : 'no',
]);
/** What each of them writes. */
export const rushWords = {
  words: 'I have built kernels for three years and read the lists. Now I want to send something. '.repeat(8),
  ...{ availability: 'Evenings and Saturdays, twelve hours a week.', codeIdentity: '', disclosure: 'none' },
};

/** As the load tool takes it. */
export interface RushRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly onResponse?: (status: number, body: string) => void;
  /** The form to send, made when it is sent. */
  readonly setupRequest?: (request: Request) => Request & { readonly body: string };
}

/** The requests of one person. The revision that they save stands in the form that they were given. */
export function rushRequests(origin: string, cookie: string): RushRequest[] {
  let revision = '';
  const headers = { cookie };
  const get = (path: string): RushRequest => ({
    ...{ method: 'GET', path: `${RUSH_TERM}${path}`, headers },
    onResponse: (_, body) => {
      revision = /name="revision" value="(\d+)"/.exec(body)?.[1] ?? revision;
    },
  });
  const sent = { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' };
  const post = (path: string, then?: string): RushRequest => ({
    ...{ method: 'POST', path: `${RUSH_TERM}${path}`, headers: { ...headers, ...sent } },
    setupRequest: (request) => {
      const form = new URLSearchParams([...Object.entries(rushWords), ...rushAnswers]);
      form.set('revision', revision);
      if (then !== undefined) form.set('then', then);
      return { ...request, body: then === undefined ? '' : form.toString() };
    },
  });
  return [
    get(''),
    post('/application/start'),
    get('/application'),
    post('/application', 'save'),
    get('/application?saved=1'),
    post('/application', 'send'),
    get('/application'),
  ];
}
