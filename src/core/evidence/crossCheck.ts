import { bootsIn, markedBoot } from './bootsIn.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';
import { isOfVersion } from './isOfVersion.ts';
import { readConfig } from './kernelConfig.ts';
import { logLines } from './logLines.ts';

/** A boot log and a .config of one submission against each other: one kernel was built from the other. */
export const crossCheck = (log: Piece, config: Piece, nonce: string): readonly EvidenceCheck[] => {
  const boot = markedBoot(bootsIn(logLines(log.bytes)), nonce);
  const { version, options } = readConfig(config);
  if (!boot || version === undefined) return [];
  const { release, compiler, banner } = boot;
  const line = banner.number;
  const isOf = isOfVersion(release, version);
  const built = options.get('CONFIG_CC_VERSION_TEXT')?.value;
  const isBuilt = built === undefined || compiler.startsWith(built);
  return [
    {
      ...{ check: 'one version', needed: true, line, verdict: isOf ? 'holds' : 'fails' },
      seen: isOf ? `Both are of ${version}.` : `The log is of ${release}, the .config of ${version}.`,
    },
    {
      ...{ check: 'one compiler', needed: false, line, verdict: isBuilt ? 'holds' : 'fails' },
      seen: isBuilt
        ? `Both name ${compiler.slice(0, 60)}.`
        : `The log names ${compiler.slice(0, 60)}, the .config ${built?.slice(0, 60)}.`,
    },
  ];
};
