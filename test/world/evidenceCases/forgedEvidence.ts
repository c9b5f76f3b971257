import type { EvidenceCase } from './evidenceCase.ts';
import { forgedBoots } from './forgedBoots.ts';
import { forgedConfigs } from './forgedConfigs.ts';
import { forgedMails } from './forgedMails.ts';
import { forgedModules } from './forgedModules.ts';
import { forgedResults } from './forgedResults.ts';
import { forgedTraces } from './forgedTraces.ts';

/** Copied, inconsistent or forged: how each was made, and what the machine makes of it. */
export const forgedEvidence: readonly EvidenceCase[] = [
  ...forgedBoots,
  ...forgedConfigs,
  ...forgedModules,
  ...forgedResults,
  ...forgedTraces,
  ...forgedMails,
];
