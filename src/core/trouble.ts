/**
 * Why a command cannot go on. `input`: what the person gave cannot be used. `missing`: a thing that the command requires
 * to know is not there. `machine`: the machine failed us.
 */
export type TroubleKind = 'input' | 'missing' | 'machine';

/** What a newcomer needs to get further: each part is a sentence, said only where it helps. */
export interface TroubleWords {
  readonly what: string;
  readonly where?: string;
  readonly why?: string;
  readonly next?: string;
}

/** The one typed error that edges and verbs throw; only faces print it. */
export class Trouble extends Error {
  readonly kind: TroubleKind;
  readonly words: TroubleWords;

  constructor(kind: TroubleKind, words: TroubleWords) {
    super(words.what);
    this.name = 'Trouble';
    this.kind = kind;
    this.words = words;
  }
}
