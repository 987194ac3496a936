import type { CommandLine } from 'electron'

/**
 * Chromium's switches that prevent connections of its own. A session's handlers see only what pages load, not name resolution, preconnections and Chromium's own
 * services.
 *
 * @source Electron, docs/api/command-line-switches.md; Chromium, content/public/common/content_switches.cc and net/base/features.cc
 */
const closing: readonly (readonly [name: string, value?: string])[] = [
  // No name and no address is ever resolved.
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

/** Disables Chromium's own use of the network. To be called before the program is ready. */
export function closeNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of closing) commandLine.appendSwitch(name, value)
}
