import { bears } from './bears.ts';
import type { EvidenceCheck } from './evidence.ts';
import type { EvidenceFacts, PublicThing, Published } from './evidenceFacts.ts';
import { isTheirs } from './isTheirs.ts';

export interface PublicNeeds {
  /** A mail on a list that is archived, or a commit of the tree. */
  readonly what: 'message' | 'commit';
}

/** Looks at what somebody says is public: whether it is there, and whether it is theirs. */
export const publicEvidence = (
  { what }: PublicNeeds,
  nonce: string,
  { published = [], address }: EvidenceFacts,
): readonly EvidenceCheck[] => {
  const named = published.filter((one) => one.what === what);
  const there = named.flatMap(({ found }) => (found.known && found.value ? [found.value] : []));
  const own = (thing: PublicThing): boolean => isTheirs(thing.author, address) || bears(thing.text, nonce);
  const best = there.find(own) ?? there[0];
  return best ? [isPublic(what, best), isOwn(best, own(best))] : [notFound(what, named)];
};

const isPublic = (what: PublicNeeds['what'], { subject, author, release }: PublicThing): EvidenceCheck => ({
  ...{ check: `a public ${what}`, needed: true, verdict: 'holds' },
  seen: `“${subject.slice(0, 120)}” by ${author.name || author.address}${release === undefined ? '' : `, in ${release}`}.`,
});

const isOwn = ({ author }: PublicThing, isTheirOwn: boolean): EvidenceCheck =>
  isTheirOwn
    ? { check: 'it is yours', needed: true, verdict: 'holds', seen: `It is by ${author.address}, or has your mark.` }
    : {
        ...{ check: 'it is yours', needed: true, verdict: 'unknown' },
        seen: `It is by ${author.address}, and you sign in by another address: a mentor weighs that.`,
      };

const notFound = (what: PublicNeeds['what'], named: readonly Published[]): EvidenceCheck => {
  const check = `a public ${what}`;
  const [first] = named;
  if (!first) {
    const seen = `No ${what === 'message' ? 'Message-ID' : 'commit'} is named.`;
    return { check, needed: true, verdict: 'unknown', seen, settle: HOW_TO[what] };
  }
  const unsettled = named.find(({ found }) => !found.known);
  if (unsettled && !unsettled.found.known) {
    const { because, settle } = unsettled.found;
    return { check, needed: true, verdict: 'unknown', seen: because, settle, isOurs: true };
  }
  return {
    ...{ check, needed: true, verdict: 'unknown' },
    seen: `There is no ${what} ${first.said.slice(0, 120)} where the programme looks.`,
    settle:
      what === 'message' ? 'Wait until the archive shows it, then hand it in again' : 'git log -1 COMMIT, in the tree',
  };
};

const HOW_TO = {
  message: 'Write its Message-ID, or its address in the archive, into what you say of it',
  commit: 'Write its hash, at least twelve digits, into what you say of it',
} as const;
