import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** What a file costs a parser in C that does nothing else with it: seconds of processor time. */
export async function secondsOfXmllint(file: string): Promise<number> {
  const command = 'xmllint --stream --noout --nonet "$1" && times'
  const child = spawn('sh', ['-c', command, 'sh', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  // The shell's own times first, then those of what it ran.
  const [, user = '', system = ''] = /(\S+) (\S+)\s*$/u.exec(await text(child.stdout)) ?? []
  return secondsIn(user) + secondsIn(system)
}

/** `1m2.340s`. */
const secondsIn = (time: string) => {
  const [minutes = '0', seconds = '0'] = time.split('m')
  return Number(minutes) * 60 + Number.parseFloat(seconds)
}
