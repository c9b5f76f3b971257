import type { Verdict } from '../verdict.ts';
import type { Fact } from './fact.ts';

/** A fact as a person reads it. */
export interface FactWords {
  /** One sentence. Names in it are as they came: a face shows what could hide or turn them. */
  readonly says: string;
  /** The person's own words, where the fact is about them. */
  readonly words?: string;
  /** How it ended, where something was looked at, and what was seen. */
  readonly verdict?: Verdict;
  readonly seen?: string;
}

/** Both faces tell a fact by this; a new fact is a compile error until its sentence stands here. */
export const factWords = (fact: Fact): FactWords => {
  switch (fact.kind) {
    case 'tree-chosen':
      return { says: `Worked on the tree ${fact.tree} (${fact.version}).` };
    case 'site-drawn':
      return { says: `Drew ${place(fact.site)} with seed ${fact.seed}.` };
    case 'patch-written':
      return { says: `Wrote the patch “${fact.subject}” for ${place(fact.site)}.` };
    case 'check-made':
      return { says: `Checked ${nameOf(fact.patch)}: ${fact.check}.`, verdict: fact.verdict, seen: fact.seen };
    case 'rule-turned-off':
      return { says: `Turned the rule ${fact.rule} off for ${nameOf(fact.patch)}.`, words: fact.because };
    case 'tools-stated':
      return { says: `Said which tools took part in ${nameOf(fact.patch)}.`, words: fact.says };
    case 'version-made':
      return { says: `Prepared v${fact.version} of “${fact.title}”, ${mailsWords(fact.mails.length)}.` };
    case 'changelog-written':
      return { says: `Wrote what changed in v${fact.version} of ${fact.contribution}.`, words: fact.words };
    case 'proposal-answered':
      return { says: `${fact.taken ? 'Took' : 'Left out'} the trailer “${fact.trailer}”.` };
    case 'note-written':
      return { says: 'Noted:', words: fact.words };
    case 'dropped':
      return { says: `Dropped ${nameOf(fact.patch)}.`, words: fact.because };
    default:
      return fact satisfies never;
  }
};

const place = ({ path, line, function: name }: { path: string; line: number; function: string }): string =>
  `${path}:${line}${name === '' ? '' : ` in ${name}()`}`;

const nameOf = (patch: string): string => patch.slice(patch.lastIndexOf('/') + 1);

const mailsWords = (count: number): string => (count === 1 ? 'one mail' : `${count} mails`);
