import { once } from 'node:events'

/** Write a line of data as fast as its reader takes it. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
