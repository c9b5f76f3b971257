import { setTimeout as delay } from 'node:timers/promises';
import { rushAnswers, rushWords } from './rushSteps.ts';
import { RUSH_TERM } from './rushTerm.ts';

/** What a person was told is done. */
export interface Acknowledged {
  /** Stands in the words of the application. */
  readonly mark: string;
  readonly done: 'saved' | 'sent';
}

/** Applies, and tries again whatever was not answered, as one does whose connection breaks. Says what was acknowledged. */
export async function stubbornPerson(
  origin: string,
  { cookie, mark }: { readonly cookie: string; readonly mark: string },
  tell: (acknowledged: Acknowledged) => void,
): Promise<void> {
  const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' };
  const at = `${origin}${RUSH_TERM}/application`;
  const ask = (path: string, form?: URLSearchParams): Promise<Response> =>
    fetch(`${at}${path}`, { headers, redirect: 'manual', ...(form && { method: 'POST', body: form }) });
  const write = async (then: 'save' | 'send'): Promise<Acknowledged | undefined> => {
    const answer = await untilAnswered(() => ask(''));
    const page = await answer.text();
    if (answer.status !== 200) throw new Error(`the own application was answered with ${answer.status}`);
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1];
    // No form: it is sent already, by a request whose answer never came.
    if (revision === undefined) return { mark, done: 'sent' };
    const words = `${mark} ${rushWords.words}`;
    const form = new URLSearchParams([...Object.entries({ ...rushWords, words, revision, then }), ...rushAnswers]);
    const { status } = await untilAnswered(() => ask('', form));
    // Another revision stands there: what was saved last was not answered. One looks again.
    if (status !== 303) return undefined;
    return { mark, done: then === 'save' ? 'saved' : 'sent' };
  };
  await untilAnswered(() => ask('/start', new URLSearchParams()));
  for (const then of ['save', 'send'] as const) {
    let told: Acknowledged | undefined;
    while (!told) told = await write(then);
    tell(told);
  }
}

/** The answer of a server that is there. Throws a mistake of the server. */
async function untilAnswered(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask().catch(() => undefined);
    if (response !== undefined && response.status !== 503) {
      if (response.status >= 500) throw new Error(`${response.status}: ${await response.text()}`);
      return response;
    }
    await delay(20);
  }
}
