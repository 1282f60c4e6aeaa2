declare module 'sbd' {
  const sbd: { sentences(text: string): string[] }
  export default sbd
}

declare module 'cldr-segmentation' {
  export const suppressions: Readonly<Record<string, object>>
  export class BreakIterator {
    constructor(suppressions?: object)
    eachSentence(text: string, take: (sentence: string) => void): void
  }
}

declare module 'sentencex' {
  export function segment(language: string, text: string): string[]
}
