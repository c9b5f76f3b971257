import { plural } from '../../core/plural.ts';
import { Trouble } from '../../core/trouble.ts';
import { visibleName } from '../../core/visible.ts';
import { type ImportedRole, importPeople, planImport } from '../../office/people/importPeople.ts';
import { parseRoll } from '../../office/people/parseRoll.ts';
import type { Run } from '../commandTable.ts';
import { optionText } from '../optionText.ts';
import { namedTerm } from './namedTerm.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** So many are named before it is asked; all of them are made. */
const MOST_SAID = 20;

/** `programme import`: who would be made and what is unclear, by line; then, once somebody says yes, all of them or none. */
export const run: Run = async (face, called) => {
  const { say, note, paint, host } = face;
  const role = roleOf(optionText(called.options, 'role') ?? 'applicant');
  const roll = parseRoll(host.readBytes(called.args[0] ?? ''));
  const { office, database } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const term = await namedTerm(office, optionText(called.options, 'term'));
    const order = { term: term.id, role, roll };
    const plan = await planImport(office, 'operator', order);
    if (plan.kind === 'refused') throw new Trouble('input', { what: plan.because });
    say(paint('strong', `${plural(plan.make.length, 'person', 'people')} would be made in ${term.name}, as ${role}.`));
    for (const one of plan.make.slice(0, MOST_SAID))
      say(`  line ${one.line}: ${visibleName(one.name)} <${one.address}>`);
    if (plan.make.length > MOST_SAID) say(`  and ${plan.make.length - MOST_SAID} more`);
    if (plan.there.length > 0) say(`${plural(plan.there.length, 'person takes', 'people take')} part already.`);
    for (const one of plan.unclear) note(`? line ${one.line}: ${visibleName(one.what)}`);
    if (roll.isGuessed) note('? It is not UTF-8, and was read as Windows-1252: look whether the names are right.');
    if (plan.make.length === 0) return roll.people.length === 0 ? 2 : 0;
    if (!(await mayGoOn(face, called.options['yes'] === true))) return 2;
    const done = await importPeople(office, 'operator', order);
    if (done.kind === 'refused') throw new Trouble('input', { what: done.because });
    say(`${done.made} made. The server writes to each of them.`);
    return 0;
  } finally {
    await database.close();
  }
};

const roleOf = (text: string): ImportedRole => {
  if (text === 'applicant' || text === 'mentee') return text;
  throw new Trouble('input', {
    what: `--role ${text} is none that can be imported.`,
    next: 'Take applicant or mentee.',
  });
};

async function mayGoOn({ host, say, note }: Parameters<Run>[0], isSaid: boolean): Promise<boolean> {
  if (isSaid) return true;
  if (!host.terminal.isInteractive) {
    note('Nothing was made. Add --yes once it looks right.');
    return false;
  }
  if (/^y(?:es)?$/i.test((await host.terminal.ask('Make them, and write to each? [y/N] ')).trim())) return true;
  say('Nothing was made.');
  return false;
}
