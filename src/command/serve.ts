import { Command, InvalidArgumentError } from 'commander'
import { start } from '../main.ts'
import { databaseUrl } from './settings.ts'

function portFrom(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

export const serveDesk = () =>
  new Command('serve')
    .description('serve the desk in the browser')
    .option('--port <number>', 'port to listen on', portFrom, 3000)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async ({ port, host }: { port: number; host: string }) => {
      const running = await start({
        databaseUrl: databaseUrl(),
        host,
        port,
        publicUrl: process.env['PUBLIC_URL']?.replace(/\/$/u, ''),
        secret: process.env['VISAVIS_SECRET'],
      })
      console.error('Vis-à-vis is ready. Open:')
      console.log(running.address)
      const stop = () => running.stop().then(() => process.exit(0))
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    })
