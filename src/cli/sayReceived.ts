import type { ReceivedByServer, Submitted } from '../bench/task/submitToTask.ts';
import { plural } from '../core/plural.ts';
import { durationWords } from '../core/programme/durationWords.ts';
import { visible, visibleJson, visibleName } from '../core/visible.ts';
import { checkLines } from './checkLines.ts';
import type { Face } from './face.ts';

/** What the server saw of a submission, or that it waits on this machine. */
export function sayReceived(face: Face, sent: Submitted): void {
  const { say, note, paint, json } = face;
  const { slug } = sent.of;
  if (json) return say(visibleJson(JSON.stringify(asJson(sent))));
  if (sent.kind === 'queued') {
    note(paint('unknown', `? ${slug} has not reached the server: ${visible(sent.because)}.`));
    return note('  It is kept here, and sent with the next: patchling task');
  }
  if (sent.kind === 'refused') return note(paint('fails', `✗ ${slug} was not taken. ${visible(sent.because)}`));
  const { attempt, late, before, waiting } = sent.received;
  say(
    paint(
      'leaf',
      `✓ ${slug} has arrived, attempt ${attempt}${late ? ', after the deadline: it is marked so, and counts' : ''}.`,
    ),
  );
  if (sent.received.looked) return sayLooked(face, sent.received.looked, slug);
  say(
    before === 0
      ? '  It is the next to be read.'
      : `  Before it ${before === 1 ? 'waits' : 'wait'} ${plural(before, 'other')}.`,
  );
  if (waiting) {
    say(
      `  Half are answered within ${durationWords(waiting.half_ms)}, nine in ten within ${durationWords(waiting.nine_in_ten_ms)}`
        + ` (the last ${waiting.from}).`,
    );
  } else say('  How long an answer takes cannot be said yet: too few were given.');
}

const DONE = {
  pass: '✓ Accepted: all that the task asks for holds.',
  'hand back': '→ Not yet: mend what is said above, and hand in again. A person’s look can be asked for on its page.',
  leave: '… A mentor looks at it.',
} as const;

/** What the machine on the server saw, at once. */
function sayLooked(face: Face, { step, checks, alike }: NonNullable<ReceivedByServer['looked']>, slug: string): void {
  for (const { piece, check, verdict, seen, line, settle, needed } of checks) {
    if (verdict === 'holds' || (!needed && verdict === 'unknown')) continue;
    const place = `${piece === '' ? '' : ` (${visibleName(piece)}${line === null ? '' : `, line ${line}`})`}`;
    const one = { check: visible(check), verdict, seen: visible(seen) + place };
    for (const each of checkLines(settle === null ? one : { ...one, settle: visible(settle) }, face)) face.say(each);
  }
  if (alike)
    face.say('  It has much in common with what somebody else handed in: say on the task’s page how that came about.');
  face.say(face.paint(step === 'pass' ? 'leaf' : 'strong', DONE[step]));
  if (step === 'hand back') face.say(`  next: patchling task submit ${slug} FILE…`);
}

const asJson = (sent: Submitted): unknown =>
  sent.kind === 'received'
    ? { id: sent.of.slug, state: 'received', ...sent.received }
    : { id: sent.of.slug, state: sent.kind, because: sent.because };
