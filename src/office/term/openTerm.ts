import type { Transaction } from 'kysely';
import { addressFault } from '../../core/programme/addressFault.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { type SettingFault, settingFaults, type TermSettings } from '../../core/programme/termSettings.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { putSamples } from '../tasks/addSampleTasks.ts';
import { programmeLimits } from './changeProgramme.ts';
import { giveRole } from './giveRole.ts';
import { insertProgramme } from './makeProgramme.ts';
import { insertTerm } from './makeTerm.ts';
import { readTerm } from './readTerms.ts';
import { sampleProgramme } from './sampleProgramme.ts';

export interface TermToOpen {
  /** Whose organiser asks: the new one is of its programme, or of one that is made with it. */
  readonly term: string;
  readonly newProgramme: { readonly name: string; readonly slug: string } | undefined;
  readonly slug: string;
  readonly settings: TermSettings;
  readonly withSamples: boolean;
}

export type TermOpened =
  | { readonly kind: 'made'; readonly id: string }
  | { readonly kind: 'wrong'; readonly faults: readonly SettingFault[] }
  | Refused;

/** A new term from nothing, not public yet. Whoever makes it organises it, and leads its mentors where they do so here. */
export async function openTerm(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: TermToOpen,
): Promise<TermOpened> {
  const permission = mayDo(who, { do: order.newProgramme ? 'make-programme' : 'make-term', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const faults = [...openingFaults(order), ...settingFaults(order.settings)];
  if (faults.length > 0) return { kind: 'wrong', faults };
  const from = await readTerm(office, order.term);
  if (!from) return refused('There is no such term.');
  const at = office.now();
  return office.db.transaction().execute(async (trx): Promise<TermOpened> => {
    const programme = await programmeFor(trx, office, order, { kept: from.programme.id, by });
    if (programme === undefined) return taken('programme-slug', 'Another programme has this address.');
    const { slug, settings } = order;
    const made = await insertTerm(trx, office, { ...settings, slug, programme, isPublic: false }, by);
    if (made.kind === 'refused') return taken('slug', made.because);
    for (const role of ['organiser', 'lead mentor'] as const) {
      if (who.roles.get(from.id)?.has(role)) await giveRole(trx, { term: made.id, person: by, role, by, at });
    }
    const term = order.withSamples ? await readTerm({ db: trx }, made.id) : undefined;
    if (term) await putSamples(trx, office, term, by);
    return made;
  });
}

const programmeFor = async (
  trx: Transaction<Schema>,
  office: Pick<Office, 'now' | 'newId'>,
  { newProgramme }: TermToOpen,
  { kept, by }: { readonly kept: string; readonly by: string },
): Promise<string | undefined> =>
  newProgramme
    ? insertProgramme(trx, office, { ...sampleProgramme, ...newProgramme, name: newProgramme.name.trim() }, by)
    : kept;

const taken = (at: string, says: string): TermOpened => ({ kind: 'wrong', faults: [{ at, says }] });

/** What is wrong with the names of what is to be made, in the order of the form. */
export const openingFaults = ({
  newProgramme,
  slug,
}: Pick<TermToOpen, 'newProgramme' | 'slug'>): readonly SettingFault[] => {
  const programme = newProgramme && addressFault(newProgramme.slug, 'programme');
  const term = addressFault(slug, 'term');
  const name = newProgramme?.name.trim();
  return [
    ...(name === '' ? [{ at: 'programme-name', says: 'The programme has no name.' }] : []),
    ...(name !== undefined && name.length > programmeLimits.name
      ? [{ at: 'programme-name', says: `The name is longer than ${programmeLimits.name} characters.` }]
      : []),
    ...(programme === undefined ? [] : [{ at: 'programme-slug', says: programme }]),
    ...(term === undefined ? [] : [{ at: 'slug', says: term }]),
  ];
};
