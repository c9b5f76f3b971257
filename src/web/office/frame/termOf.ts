import { mayDo } from '../../../core/programme/mayDo.ts';
import { readTermAt, type Term } from '../../../office/term/readTerms.ts';
import type { FrontDesk, Page } from './frontDesk.ts';

/** The term that an address names, where whoever asks may know of it. */
export async function termOf(c: Page, desk: FrontDesk): Promise<Term | undefined> {
  const { programme = '', term: slug = '' } = c.req.param();
  const term = await readTermAt(desk.office, programme, slug);
  const { asker } = c.get('visit');
  return term && mayDo(asker, { do: 'read-term', term: term.id, isPublic: term.isPublic }).may ? term : undefined;
}
