// Loaded into every Node process of the program: an attempt to reach the network is written down and refused.
// The stand-in's own line to its browser, on this machine's loopback, is the one thing let through.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const log = process.env.NO_SOCKETS_LOG!
const standIn = process.execArgv.some((word) => word.endsWith('stand-in/register.ts'))

function refuse(what: string): never {
  appendFileSync(log, `${process.pid} ${what}\n`)
  throw new Error(`no network: ${what}`)
}

interface Target {
  readonly host?: string
  readonly port?: number
  readonly path?: string
}
type Connect = (this: net.Socket, ...given: unknown[]) => net.Socket

const connect = net.Socket.prototype.connect as Connect
net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  const [first] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given
  const { host, port, path } = (typeof first === 'object' && first !== null ? first : { port: first }) as Target
  const ours = path !== undefined || (standIn && (host === '127.0.0.1' || host === 'localhost'))
  return ours ? connect.apply(this, given) : refuse(`connect ${host ?? ''}:${port}`)
} as typeof net.Socket.prototype.connect
net.Server.prototype.listen = () => refuse('listen')
dgram.Socket.prototype.send = () => refuse('datagram')
const lookup = dns.lookup
dns.lookup = ((name: string, ...rest: unknown[]) =>
  standIn && (name === 'localhost' || name === '127.0.0.1')
    ? (lookup as (...given: unknown[]) => void)(name, ...rest)
    : refuse(`lookup ${name}`)) as unknown as typeof dns.lookup
dns.promises.lookup = ((name: string) => refuse(`lookup ${name}`)) as unknown as typeof dns.promises.lookup
