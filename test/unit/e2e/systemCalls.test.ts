import { describe, expect, it } from 'vitest'
import { internetCalls, sawAnything, sendingCalls } from '../../e2e/systemCalls'

const calls = (...lines: readonly string[]) => internetCalls(lines.join('\n'), 0)

/** What a run of the program with Chromium's spelling dictionary did, as strace wrote it down. */
const dictionary = [
  '11 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 62',
  '11 connect(62, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 0',
  '12 connect(15, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::8888", &sin6_addr), sin6_scope_id=0}, 28 <unfinished ...>',
  '12 <... connect resumed>)                = 0',
]

describe('a recording of system calls', () => {
  it('shows each call that opens, names or uses a socket of the internet', () => {
    expect(calls(...dictionary)).toHaveLength(3)
    expect(calls('1 sendto(20, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(3478), sin_addr=inet_addr("203.0.113.9")}, 16) = 1')).toHaveLength(1)
    expect(calls('1 sendmsg(20, {msg_name={sa_family=AF_INET6, sin6_port=htons(1)}, msg_namelen=28}, 0) = 1')).toHaveLength(1)
    expect(calls('1 bind(20, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, 16) = 0')).toHaveLength(1)
    expect(calls('1 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 9')).toHaveLength(1)
    expect(calls('1 socket(AF_INET, SOCK_RAW, IPPROTO_ICMP) = -1 EPERM (Operation not permitted)')).toHaveLength(1)
    expect(calls('1 io_uring_setup(64, {flags=0}) = 9')).toHaveLength(1)
  })

  it('finds a call that was interrupted, among those of other threads', () => {
    expect(calls('1 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP <unfinished ...>', '2 ioctl(5, SIOCGIFNAME, {}) = 0', '1 <... socket resumed>) = 5')).toHaveLength(1)
  })

  it('does not show the socket over which an interface’s name is asked of the kernel', () => {
    expect(
      calls(
        '1 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 47',
        '2 socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0',
        '1 ioctl(47, SIOCGIFNAME, {ifr_ifindex=4}) = 0',
      ),
    ).toEqual([])
    // Of another socket, of a stream, or with an address after all: that is shown.
    expect(calls('1 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 47', '1 ioctl(48, SIOCGIFNAME, {}) = 0')).toHaveLength(1)
    expect(calls('1 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 47', '1 ioctl(47, SIOCGIFNAME, {}) = 0')).toHaveLength(1)
    expect(
      calls('1 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 47', '1 ioctl(47, SIOCGIFNAME, {}) = 0', '1 connect(47, {sa_family=AF_INET6, }, 28) = 0'),
    ).toHaveLength(1)
  })

  it('shows nothing of what stays on this machine', () => {
    expect(
      calls(
        '1 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 5',
        '1 connect(5, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X99"}, 110) = 0',
        '1 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 6',
        '1 bind(6, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000111}, 12) = 0',
        '1 recvfrom(6, [{nlmsg_type=RTM_NEWADDR}, {ifa_family=AF_INET}], 8192, 0, NULL, NULL) = 396',
      ),
    ).toEqual([])
  })

  it('lets the test’s own debuggers listen on loopback, as many as there are, and never connect or send', () => {
    const listens = [
      '1 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 9',
      '1 bind(9, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    ]
    expect(internetCalls(listens.join('\n'), 1)).toEqual([])
    expect(internetCalls([...listens, ...listens].join('\n'), 1)).toHaveLength(1)
    expect(internetCalls(listens.join('\n'), 0)).toHaveLength(2)
    expect(internetCalls(listens.join('\n').replaceAll('127.0.0.1', '0.0.0.0'), 2)).toHaveLength(1)
    expect(internetCalls('1 connect(9, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("127.0.0.1")}, 16) = 0', 2)).toHaveLength(1)
  })

  it('of a provoked page shows what is sent and what is connected as a stream, and not a datagram socket that only looks for its route', () => {
    const route = [
      '1 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 21<socket:[7]>',
      '1 connect(21<socket:[7]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 0',
    ]
    expect(sendingCalls(route.join('\n'))).toEqual([])
    for (const sent of [
      '1 sendto(21<socket:[7]>, "x", 1, 0, NULL, 0) = 1',
      '1 sendmsg(21<socket:[7]>, {msg_name=NULL, msg_namelen=0}, 0) = 1',
      '2 sendto(9, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("192.0.2.1")}, 16) = 1',
      '2 connect(9, {sa_family=AF_INET6, sin6_port=htons(1)}, 28) = -1 EINPROGRESS (Operation now in progress)',
    ])
      expect(sendingCalls([...route, sent].join('\n'))).toEqual([sent.slice(2)])
    expect(sendingCalls('1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5\n1 connect(5, {sa_family=AF_INET, }, 16) = 0')).toHaveLength(1)
    expect(sendingCalls([...route, '1 sendmsg(21<socket:[8]>, {msg_name=NULL}, 0) = 1'].join('\n'))).toEqual([])
  })

  it('that is empty proves nothing', () => {
    expect(sawAnything('')).toBe(false)
    expect(sawAnything('1 socket(AF_UNIX, SOCK_STREAM, 0) = 5')).toBe(true)
  })
})
