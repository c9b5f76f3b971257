import type { FilesChecked } from '../bench/checkSeries.ts';
import type { Answer, MadeVersionFolder } from '../bench/makeVersion.ts';
import type { SeriesPlan } from '../bench/planSeries.ts';
import type { Proposed } from '../bench/proposeTrailers.ts';
import { addressText } from '../core/patch/addressHeader.ts';
import type { Person } from '../core/patch/patchMail.ts';
import { preflightJson } from './preflightJson.ts';

interface Said {
  readonly proposed: Proposed;
  readonly answers: readonly Answer[];
  readonly checked: FilesChecked;
  readonly next: string;
}

/** What was prepared, as scripts get it. `patches` are files that git am takes in this order. */
export const preparedJson = (plan: SeriesPlan, made: MadeVersionFolder, said: Said): Record<string, unknown> => {
  const { work, id, version } = plan;
  const [cover, ...rest] = made.mails;
  const patches = made.hasCover ? rest : made.mails;
  const taken = new Map(said.answers.map((answer) => [answer.proposal, answer]));
  return {
    id,
    version: version.version,
    resend: version.kind === 'resend',
    folder: made.folder,
    unchanged: made.isAsBefore,
    patches: patches.map(({ file }) => file),
    cover: made.hasCover ? (cover?.file ?? null) : null,
    mails: made.mails.map(({ file, subject, messageId, to, cc }) => ({
      file,
      subject,
      message_id: messageId,
      to: to.map(whole),
      cc: cc.map(whole),
    })),
    recipients: recipientsOf(made),
    base: work.base ?? null,
    branch: work.branch ?? null,
    proposals: said.proposed.offered.map((proposal) => ({
      kind: proposal.kind,
      patch: proposal.patch,
      trailer: `${proposal.trailer.token}: ${proposal.trailer.value}`,
      seen: proposal.seen,
      trust: proposal.trust,
      instead: proposal.instead.map(({ trailer, seen }) => ({ trailer: `${trailer.token}: ${trailer.value}`, seen })),
      taken: taken.get(proposal)?.taken !== undefined,
    })),
    left_out: said.proposed.leftOut.map(({ kind, patch, trailer, because }) => ({
      kind,
      patch: patch ?? null,
      trailer: trailer ? `${trailer.token}: ${trailer.value}` : null,
      because,
    })),
    range_diff: made.rangeDiff ?? null,
    notes: work.notes.map(({ what, why, next }) => ({ what, why: why ?? null, next: next ?? null })),
    check: preflightJson(said.checked.checked.map(({ result }) => result)),
    next: said.next,
  };
};

const whole = ({ name, address }: Person): string => addressText({ name, address });

const recipientsOf = ({ mails }: MadeVersionFolder): readonly Record<string, unknown>[] => {
  const found = new Map<string, Record<string, unknown>>();
  for (const { to, cc } of mails) {
    for (const [header, people] of [
      ['To', to],
      ['Cc', cc],
    ] as const) {
      for (const { name, address } of people) {
        if (!found.has(address)) found.set(address, { address, name, header });
      }
    }
  }
  return [...found.values()];
};
