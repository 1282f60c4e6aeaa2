import { basename } from 'node:path'
import { sentenceOf } from './failure.ts'

/**
 * Do something with each file. One that cannot be read is said to be so, and keeps no other from being read.
 * @returns how many could not be read.
 */
export async function eachFile(files: readonly string[], act: (file: string) => Promise<void>): Promise<number> {
  let unreadable = 0
  for (const file of files) {
    try {
      await act(file)
    } catch (error) {
      const sentence = sentenceOf(error)
      if (sentence === undefined) throw error
      unreadable += 1
      console.error(sentence.includes(basename(file)) ? sentence : `${file}: ${sentence}`)
    }
  }
  return unreadable
}
