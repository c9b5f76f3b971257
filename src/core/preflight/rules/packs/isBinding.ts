import { addedLines, type FileDiff } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';

/** Whether a path is part of a devicetree binding: its schema, or the header with its numbers. */
export const isBinding = (path: string): boolean =>
  /^(?:Documentation\/devicetree\/bindings|include\/dt-bindings)\//.test(path) && !/\.rst$/.test(path);

/** The bindings that a patch adds or changes; what it only takes away or moves is left out. */
export const bindingsIn = ({ diff }: PatchMail): readonly FileDiff[] =>
  diff.filter((file) => isBinding(file.path) && file.hunks.some(({ lines }) => lines.some(({ mark }) => mark === '+')));

/** Whether all that a patch touches is bindings, and perhaps who maintains them. */
export const isBindingPatch = ({ diff }: PatchMail): boolean =>
  diff.some(({ path }) => isBinding(path)) && diff.every(({ path }) => isBinding(path) || path === 'MAINTAINERS');

const COMPATIBLE = /"([a-z0-9][\w.+-]{0,40},[\w.+-]{1,60})"/gi;
const DOCUMENTED = /[-\s:|[,'"(^]([a-z0-9][\w.+-]{0,40},[\w.+-]{1,60})/gi;

/** Compatible strings (`vendor,device`) in the lines that code or a devicetree gets new. */
export const compatiblesUsed = (file: FileDiff): readonly string[] =>
  /\.(?:c|h|dtsi?|dtso)$/.test(file.path)
    ? addedLines(file)
        .filter(({ text }) => text.length <= 400 && text.includes('compatible'))
        .flatMap(({ text }) => [...text.matchAll(COMPATIBLE)].map(([, name = '']) => name))
    : [];

/** Compatible strings in the lines that a schema gets new. */
export const compatiblesDocumented = (file: FileDiff): readonly string[] =>
  isBinding(file.path)
    ? addedLines(file)
        .filter(({ text }) => text.length <= 400)
        .flatMap(({ text }) => [...text.matchAll(DOCUMENTED)].map(([, name = '']) => name))
    : [];
