import { headerOf } from '../mail/mail.ts';
import { checkpatchSources } from './checkpatchWords.ts';
import type { Documents } from './foundSource.ts';
import { patchKey } from './patchKey.ts';
import type { TurnedOff } from './preflight.ts';
import type { Problem } from './problem.ts';
import type { Finding, PreflightRule } from './rule.ts';

/** A finding with all that a person needs to understand it. */
export const problemOf = (
  rule: PreflightRule,
  finding: Finding,
  { documents, turnedOff }: { documents: Documents; turnedOff: readonly TurnedOff[] },
): Problem => {
  const { patch, line, path, treeLine, mend, type } = finding;
  const name = type === undefined ? rule.name : `checkpatch:${type}`;
  const hasSubject = headerOf(patch.mail, 'Subject') !== undefined || patch.subject.text !== '';
  const subject = hasSubject ? { text: `Subject: ${patch.subject.text}`, at: patch.subject.at } : firstLine(patch);
  const shown = line ?? subject;
  const ofSubject = hasSubject ? (shifted(finding.span) ?? wholeSummary(patch.subject)) : undefined;
  const span = line ? finding.span : ofSubject;
  const source = documents.find([...(type === undefined ? [] : checkpatchSources(type)), ...rule.sources]);
  const key = turnedOff.length === 0 ? '' : patchKey(patch);
  const waived = turnedOff.findLast((one) => one.rule === name && one.patch === key);
  return {
    rule: name,
    group: rule.group,
    severity: finding.severity ?? rule.severity,
    patch,
    place: { file: patch.mail.file, line: shown.at },
    text: shown.text,
    ...(span && { span }),
    ...(path !== undefined && { path }),
    ...(treeLine !== undefined && { line: treeLine }),
    what: cut(finding.what),
    why: rule.why,
    next: finding.next ?? rule.next,
    ...(source && { source }),
    ...(mend && { mend }),
    ...(waived && { turnedOff: waived.because }),
  };
};

/** A mail may hold a line of any length, and what is said of it quotes it: it stays a sentence that can be read. */
const LONGEST = 300;

const cut = (what: string): string => {
  if (what.length <= LONGEST) return what;
  const end = LONGEST - 1;
  // Half of a pair would be no character.
  return `${what.slice(0, /[\uD800-\uDBFF]/.test(what.charAt(end - 1)) ? end - 1 : end)}…`;
};

/** Where a mail has no subject: a line is shown only if the file has it. */
const firstLine = ({ mail }: Pick<Finding['patch'], 'mail'>) => ({ text: mail.source[0] ?? '', at: mail.at });

const SUBJECT = 'Subject: '.length;

/** A span of the subject, in the header as it is shown. */
const shifted = (span: Finding['span']): Finding['span'] => span && [span[0] + SUBJECT, span[1] + SUBJECT];

const wholeSummary = ({ text, summaryAt }: { text: string; summaryAt: number }): Finding['span'] =>
  summaryAt < text.length ? [summaryAt + SUBJECT, text.length + SUBJECT] : [0, text.length + SUBJECT];
