import type { Say } from './messages/index.ts'
import { ENGLISH } from './messages/index.ts'

/** Something a person can mend. `message` is English; `say` gives the sentence in any language of the interface. */
export abstract class Problem extends Error {
  readonly say: Say

  constructor(say: Say) {
    super(say(ENGLISH))
    this.say = say
  }
}

/** It is not there, or not theirs: the two look the same. */
export class NotFound extends Problem {
  override name = 'NotFound'

  constructor(say: Say = (m) => m.errors.notFound) {
    super(say)
  }
}

/** What was asked makes no sense: a form, a file, an argument. */
export class Invalid extends Problem {
  override name = 'Invalid'
}

/** A file is not what it claims to be. `line` counts from 1. */
export class FormatError extends Invalid {
  override name = 'FormatError'

  constructor(problem: Say, line?: number) {
    super(line === undefined ? problem : (m) => m.formats.atLine(line, problem(m)))
  }
}

/** A text that is in no encoding its bytes tell. `word` is one that shows how it would read in the encoding guessed. */
export class EncodingUnknown extends Invalid {
  override name = 'EncodingUnknown'
  readonly guess: string
  readonly word: string

  constructor(guess: string, word: string) {
    super((m) => m.formats.encodingUnknown(guess, word))
    this.guess = guess
    this.word = word
  }
}

/** They are known, and their role does not allow it. */
export class Forbidden extends Problem {
  override name = 'Forbidden'
}

/** It made sense a moment ago; somebody else's act came first, or the state of the segment does not allow it. */
export class Conflict extends Problem {
  override name = 'Conflict'
}

/** Whoever began it did not want it to go on. */
export class CalledOff extends Conflict {
  override name = 'CalledOff'
}
