import { html } from 'hono/html';
import type { Piece } from '../../../core/evidence/evidence.ts';
import { evidenceOutcome } from '../../../core/evidence/evidenceOutcome.ts';
import { readEvidenceFile } from '../../../office/evidence/evidenceFile.ts';
import { formText } from '../../parts/formText.ts';
import { judgedHtml } from '../evidence/judgedHtml.ts';
import type { FrontDesk } from '../frame/frontDesk.ts';
import type { EvidenceFormView } from './evidenceForm.ts';

const SAID = {
  holds: '✓ All holds: the machine would let it pass, where the task allows that.',
  fails: '✗ It would go back with this; after two rounds a mentor sees it.',
  unknown: '? Not enough for the machine: it would go back with what settles it, or wait for a mentor.',
} as const;

/** What the machine would say of files that an author chose, by the words that stand in the form. Nothing is kept. */
export async function tryEvidence(
  { judge }: Pick<FrontDesk, 'judge'>,
  form: Readonly<Record<string, unknown>>,
  text: string,
): Promise<Pick<EvidenceFormView, 'text' | 'refused' | 'tried'>> {
  const read = readEvidenceFile(text);
  if (read.kind === 'unreadable') return { text, refused: read.because };
  const sent = [form['files']].flat().filter((one): one is File => one instanceof File && one.size > 0);
  const pieces: Piece[] = [];
  for (const file of sent) pieces.push({ name: file.name, bytes: await file.bytes() });
  const answer = await judge?.({ pieces, evidence: read.evidence, nonce: formText(form, 'mark') });
  if (answer === undefined || answer === 'broken') {
    return {
      text,
      refused: undefined,
      tried: html`<p class="note">… It took too long: a mentor would look at it.</p>`,
    };
  }
  const outcome = evidenceOutcome(answer.judged);
  return {
    ...{ text, refused: undefined },
    tried: html`<div class="note ${outcome}" role="status"><p>${SAID[outcome]}</p></div>${answer.judged.map(judgedHtml)}`,
  };
}
