import type { AdviceGiven } from '../bench/adviseSubsystems.ts';
import { type ShownTree, shownCommand } from '../bench/shownCommand.ts';
import { adviceWeights } from '../core/subsystem/adviceWeights.ts';
import {
  answersWords,
  noneWords,
  openingAdviceWords,
  shortWords,
  sidesOf,
  unknownGroups,
  whyTwo,
} from '../core/subsystem/adviceWords.ts';
import { type Advised, RECOMMENDED } from '../core/subsystem/advise.ts';
import { visibleName } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** The advice as a page: what changed, the best two at length, the others in a line each, what is not known. */
export const sayAdvice = (face: Face, tree: ShownTree & { readonly name: string }, given: AdviceGiven): void => {
  const { say, paint } = face;
  const { advice } = given;
  if (advice.advised.length === 0) return sentences(face, noneWords(tree.name));
  sentences(face, `${openingAdviceWords(given, tree.name)} ${answersWords(advice.newcomer)}`);
  sayChanged(face, given.changed);
  const best = advice.advised.slice(0, RECOMMENDED);
  for (const [index, one] of best.entries()) {
    say();
    sayAtLength(face, tree, index + 1, one, given);
  }
  const others = advice.advised.slice(RECOMMENDED);
  if (others.length > 0) {
    say();
    say(paint('strong', 'If these two are not for you'));
    for (const [index, one] of others.entries()) sayInShort(face, RECOMMENDED + index + 1, one);
  }
  say();
  sentences(face, whyTwo);
  sayUnknown(face, given);
};

const sayChanged = ({ say, paint, width }: Face, changed: readonly string[]): void => {
  if (changed.length === 0) return;
  say();
  say(paint('strong', 'Since the last time'));
  for (const sentence of changed) bullet(say, '•', sentence, width);
};

const sayAtLength = (face: Face, tree: ShownTree, place: number, one: Advised, given: AdviceGiven): void => {
  const { say, paint, width } = face;
  say(`${paint('strong', `${place}. ${visibleName(one.name)}`)}  ${paint('soft', `${one.score} of 100`)}`);
  const first = given.firsts.get(one.name);
  if (first) {
    for (const line of folded(visibleName(first.begin), width - 3)) say(`   ${line}`);
    say(`   ${paint('leaf', visibleName(shownCommand(face, tree, first.command)))}`);
  }
  const { speaksFor, speaksAgainst } = sidesOf(one);
  for (const [counted, cautions, heading] of [
    [speaksFor, [], 'What speaks for it'],
    [speaksAgainst, one.cautions, 'What speaks against it'],
  ] as const) {
    say(`   ${heading}${counted.length + cautions.length === 0 ? ': nothing that was looked at' : ''}`);
    for (const { points, most, seen } of counted) {
      const brought = `${Math.round(points)} of ${Math.round(most)}`.padStart(8);
      bullet(say, `   ${paint('soft', brought)}`, seen, width, 11);
    }
    for (const caution of cautions) bullet(say, `   ${' '.repeat(8)}`, caution, width, 11);
  }
};

const sayInShort = ({ say, paint, width }: Face, place: number, one: Advised): void => {
  say(`${place}. ${visibleName(one.name)}  ${paint('soft', `${one.score} of 100`)}`);
  for (const line of folded(visibleName(shortWords(one)), width - 3)) say(`   ${paint('soft', line)}`);
};

const sayUnknown = (face: Face, { advice }: AdviceGiven): void => {
  const { say, paint, width } = face;
  const total = adviceWeights.length;
  const known = Math.round(advice.knownShare * 100);
  say();
  if (advice.unknown.length === 0) {
    say(
      paint('soft', `All that the formula asks was looked at; docs/advice.md has its ${total} measures and weights.`),
    );
    return;
  }
  say(`${paint('strong', 'Not known')}, so not counted; ${known} % of the formula could be looked at`);
  for (const { words, settle } of unknownGroups(advice)) {
    bullet(say, paint('unknown', '?'), words, width);
    if (settle !== undefined) say(`  ${paint('soft', 'settle it:')} ${visibleName(settle)}`);
  }
};

const bullet = (say: Face['say'], mark: string, text: string, width: number, hang = 1): void => {
  for (const [index, line] of folded(visibleName(text), width - hang - 1).entries()) {
    say(`${index === 0 ? mark : ' '.repeat(hang)} ${line}`);
  }
};

const sentences = ({ say, width }: Face, text: string): void => {
  for (const line of folded(visibleName(text), width)) say(line);
};
