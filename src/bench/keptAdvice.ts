import { join } from 'node:path';
import type { KeptAdvice } from '../core/subsystem/adviceChange.ts';
import type { Newcomer } from '../core/subsystem/newcomer.ts';
import type { Host } from '../edge/host.ts';

const fileOf = ({ folders }: Pick<Host, 'folders'>): string => join(folders.state, 'advice.json');

/** The last advice that was given on this machine; undefined where there is none, or it cannot be read. */
export const keptAdvice = (host: Pick<Host, 'folders' | 'trees'>): KeptAdvice | undefined => {
  try {
    return adviceIn(JSON.parse(host.trees.text(host.folders.state, 'advice.json') ?? ''));
  } catch {
    return undefined; // none yet, or somebody has written in it: the next one takes its place
  }
};

/** Only the answers and the names of what was advised. Throws Trouble. */
export const keepAdvice = (host: Pick<Host, 'folders' | 'writeFile'>, advice: KeptAdvice): void => {
  host.writeFile(fileOf(host), new TextEncoder().encode(`${JSON.stringify({ v: 1, ...advice }, undefined, 2)}\n`));
};

const adviceIn = (value: unknown): KeptAdvice | undefined => {
  if (!isRecord(value) || value['v'] !== 1 || typeof value['tree'] !== 'string') return undefined;
  const { tree, newcomer, advised } = value;
  if (!isRecord(newcomer) || !isTexts(advised)) return undefined;
  const answers = newcomerIn(newcomer);
  return answers && { tree, newcomer: answers, advised };
};

const newcomerIn = ({ hours, months, interests, hardware }: Record<string, unknown>): Newcomer | undefined => {
  if (!isTexts(interests) || !isTexts(hardware) || !isCount(hours) || !isCount(months)) return undefined;
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(months === undefined ? {} : { months }),
    interests,
    hardware,
  };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isCount = (value: unknown): value is number | undefined =>
  value === undefined || (typeof value === 'number' && value > 0);
