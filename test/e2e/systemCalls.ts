// What a recording of system calls says about the network. The recording is strace's, of a program and everything it starts.

/** How the program is recorded: every call that makes, names or uses a socket, each socket with its number in the kernel, and the ways around them. */
export const recorder = [
  'strace',
  '-f',
  '-qq',
  '-y',
  '--seccomp-bpf',
  '-e',
  'trace=%network,ioctl,io_uring_setup',
  '-e',
  'signal=none',
  '-s',
  '48',
  '-o',
] as const

interface Call {
  readonly thread: string
  readonly text: string
}

/** The calls of a recording in their order, those that were interrupted put together again. */
function callsOf(recording: string): readonly Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of recording.split('\n')) {
    const [, thread, said] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (thread === undefined || said === undefined) continue
    const [, first] = /^(.*) <unfinished \.\.\.>$/.exec(said) ?? []
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(said) ?? []
    if (first !== undefined) begun.set(thread, first)
    else calls.push({ thread, text: rest === undefined ? said : `${begun.get(thread) ?? ''}${rest}` })
  }
  return calls
}

const internet = /\bsa_family=AF_INET6?\b/
const loopback = /inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/

/** A recording that saw nothing proves nothing: a program with a window always uses sockets of this machine. */
export const sawAnything = (recording: string): boolean => /\bsocket(pair)?\(AF_UNIX/.test(recording)

/**
 * Every call of a recording that could reach the internet. One thing is none: Chromium asks the kernel for the names of network interfaces over a socket that
 * is given no address, and nothing is sent.
 *
 * @param listeners How many sockets of the test's own debuggers may listen on this machine's loopback; whatever connects or sends is never excepted.
 */
export function internetCalls(recording: string, listeners: number): readonly string[] {
  const calls = callsOf(recording)
  const next = (index: number) => calls.slice(index + 1).find(({ thread }) => thread === calls[index]!.thread)?.text ?? ''
  const found: string[] = []
  let listening = 0
  for (const [index, { text }] of calls.entries()) {
    const name = /^\w+/.exec(text)?.[0] ?? ''
    if (name === 'io_uring_setup') found.push(text)
    if (name === 'bind' && internet.test(text)) {
      if (loopback.test(text) && /\bhtons\(0\)/.test(text) && listening < listeners) listening++
      else found.push(text)
    }
    if (['connect', 'sendto', 'sendmsg', 'sendmmsg'].includes(name) && internet.test(text)) found.push(text)
    if (name !== 'socket' || !/^socket\(AF_INET6?,/.test(text)) continue
    const descriptor = / = (\d+(?:<[^>]*>)?)/.exec(text)?.[1]
    const asksForInterface = descriptor !== undefined && next(index).startsWith(`ioctl(${descriptor}, SIOCG`)
    const listens = listeners > 0 && /SOCK_STREAM/.test(text)
    if (!(/SOCK_DGRAM/.test(text) && asksForInterface) && !listens) found.push(text)
  }
  return found
}

/**
 * Every call of a recording that sends to the internet or opens a stream to it. For a page that is provoked alone: Chromium answers a peer connection by asking
 * the kernel which route it would take, over datagram sockets that are given an address and send nothing.
 */
export function sendingCalls(recording: string): readonly string[] {
  const found: string[] = []
  /** The kind of each socket of the internet, by its descriptor and number in the kernel: a descriptor alone is given to others later. */
  const kinds = new Map<string, string>()
  for (const { text } of callsOf(recording)) {
    const [, name = '', descriptor = ''] = /^(\w+)\((\d*(?:<[^>]*>)?)/.exec(text) ?? []
    const [, domain, kind, made] = /^socket\((\w+), (\w+).* = (\d+(?:<[^>]*>)?)/.exec(text) ?? []
    if (made !== undefined && /^AF_INET6?$/.test(domain!)) kinds.set(made, kind!)
    const own = kinds.get(descriptor)
    if (['sendto', 'sendmsg', 'sendmmsg'].includes(name) && (internet.test(text) || own !== undefined)) found.push(text)
    if (name === 'connect' && internet.test(text) && own !== 'SOCK_DGRAM') found.push(text)
    if (name === 'io_uring_setup') found.push(text)
  }
  return found
}
