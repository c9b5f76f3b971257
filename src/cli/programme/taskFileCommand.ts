import { basename, resolve } from 'node:path';
import { evidenceOutcome } from '../../core/evidence/evidenceOutcome.ts';
import { judgeEvidence } from '../../core/evidence/judgeEvidence.ts';
import { Trouble } from '../../core/trouble.ts';
import type { Verdict } from '../../core/verdict.ts';
import { visible, visibleJson, visibleName } from '../../core/visible.ts';
import { lookUpEvidence } from '../../gather/evidence/lookUpEvidence.ts';
import { readEvidenceFile } from '../../office/evidence/evidenceFile.ts';
import { checkLines } from '../checkLines.ts';
import type { Called, Run } from '../commandTable.ts';
import type { Face } from '../face.ts';
import { optionText } from '../optionText.ts';
import { lookUpOptions } from './lookUpOptions.ts';

const STATUS: Readonly<Record<Verdict, number>> = { holds: 0, fails: 1, unknown: 3 };
const OUTCOME: Readonly<Record<Verdict, string>> = {
  holds: 'All that is needed holds: the machine would let it pass, if the task allows that.',
  fails: 'It would go back with what is said above; after two rounds a mentor sees it.',
  unknown: 'Not enough for the machine: it would go back with what settles it, and after two rounds a mentor sees it.',
};

/** `programme task check FILE EVIDENCE…`: what the machine would say of some evidence, before anybody is asked for it. */
export const run: Run = async (face, called) => {
  const [deed, file, ...paths] = called.args;
  if (deed !== 'check' || file === undefined) {
    throw new Trouble('input', {
      what:
        deed === 'check' ? 'No file of a task’s evidence is named.' : `${deed ?? 'Nothing'} is nothing to do with it.`,
      next: `${face.host.command} programme task check evidence.json boot.txt --nonce plgabcdefgh2345`,
    });
  }
  return check(face, called, file, paths);
};

async function check(face: Face, { options }: Called, file: string, paths: readonly string[]): Promise<number> {
  const { host, say, paint } = face;
  const at = (path: string): string => resolve(host.cwd, path);
  const read = readEvidenceFile(new TextDecoder().decode(host.readBytes(at(file))));
  if (read.kind === 'unreadable') {
    throw new Trouble('input', {
      ...{ what: 'This is no file of a task’s evidence.', where: file, why: read.because },
      next: 'One is {"needs": [{"kind": "boot log", "kernel": "distribution", "atLeast": "6.1"}]}',
    });
  }
  const nonce = optionText(options, 'nonce') ?? 'plgabcdefgh2345';
  const pieces = paths.map((path) => ({ name: basename(path), bytes: host.readBytes(at(path)) }));
  const { evidence } = read;
  const address = optionText(options, 'person');
  const facts = await lookUpEvidence(host, { pieces, evidence, address, ...lookUpOptions(host, { options }) });
  const judged = judgeEvidence(pieces, evidence, nonce, facts);
  const outcome = evidenceOutcome(judged);
  if (face.json) {
    say(visibleJson(JSON.stringify({ outcome, judged })));
    return STATUS[outcome];
  }
  for (const { kind, piece, checks } of judged) {
    say(paint('strong', piece === '' ? kind : `${kind}: ${visibleName(piece)}`));
    for (const one of checks) {
      const place = one.line === undefined ? '' : ` (line ${one.line})`;
      for (const line of checkLines({ ...one, seen: visible(one.seen) + place }, face)) say(line);
    }
  }
  say(paint('strong', OUTCOME[outcome]));
  return STATUS[outcome];
}
