import type { EvidenceKind, Piece } from './evidence.ts';
import { logLines } from './logLines.ts';

const PATTERNS: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['boot log', /^Linux version \d|^(?:Kernel c|C)ommand line: |^Run \S+ as init process/],
  ['config', /^# Linux\/\S{1,40} \d.{0,60} Kernel Configuration|^CONFIG_\w{1,120}=/],
  ['module', /^vermagic:\s|^srcversion:\s|loading out-of-tree module taints kernel|module verification failed/],
  ['test results', /^\s{0,40}(?:# )*(?:K?TAP version \d|1\.\.\d{1,7}$|(?:not )?ok \d{1,7}\b)/],
  ['decoded trace', /[\w-]\.[chS]:\d/],
  ['mail', /^(?:Message-ID|X-Mailer|Return-Path|Received): /i],
  ['patch', /^diff --git a\//],
];

/** Lines that are looked at; a log is known by its first ones. */
const MOST = 5000;

/** What a piece may be, from what is in it; several where it may be several, as a log with test results. */
export const looksLike = (piece: Piece): ReadonlySet<EvidenceKind> => {
  const found = new Set<EvidenceKind>();
  for (const { text } of logLines(piece.bytes).slice(0, MOST)) {
    const head = text.slice(0, 400);
    for (const [kind, pattern] of PATTERNS) if (!found.has(kind) && pattern.test(head)) found.add(kind);
  }
  return found;
};
