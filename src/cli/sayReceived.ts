import type { Submitted } from '../bench/task/submitToTask.ts';
import { plural } from '../core/plural.ts';
import { durationWords } from '../core/programme/durationWords.ts';
import { visible, visibleJson } from '../core/visible.ts';
import type { Face } from './face.ts';

/** What the server saw of a submission, or that it waits on this machine. */
export function sayReceived({ say, note, paint, json }: Face, sent: Submitted): void {
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

const asJson = (sent: Submitted): unknown =>
  sent.kind === 'received'
    ? { id: sent.of.slug, state: 'received', ...sent.received }
    : { id: sent.of.slug, state: sent.kind, because: sent.because };
