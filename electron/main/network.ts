import type { CommandLine } from 'electron'

/**
 * Chromium's switches that keep it from reaching out on its own. A session's handlers see only what pages load: name resolution, preconnections and
 * Chromium's own services pass them by.
 *
 * @source Electron, docs/api/command-line-switches.md; Chromium, content/public/common/content_switches.cc and net/base/features.cc
 */
const closing: readonly (readonly [name: string, value?: string])[] = [
  // No name and no address is ever resolved, whoever asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // No search for a proxy, by the system's settings or by WPAD.
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-client-side-phishing-detection'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['disable-quic'],
  ['no-pings'],
  ['disable-features', 'AsyncDns,DnsOverHttpsUpgrade,MediaRouter,DialMediaRouteProvider,NetworkTimeServiceQuerying,OptimizationHints'],
]

/** Closes Chromium's own ways to the network. To be called before the program is ready. */
export function closeNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of closing) commandLine.appendSwitch(name, value)
}
