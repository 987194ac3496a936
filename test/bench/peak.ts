import { readFileSync } from 'node:fs'

/**
 * The most memory (RSS) this process ever held, MB. Linux is asked for the memory of the program alone: what `resourceUsage` says there begins with what the
 * parent held when it made the process, and Node offers no other way.
 */
export function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  if (kilobytes === undefined) throw new Error('/proc/self/status says nothing of VmHWM')
  return Number(kilobytes) / 1024
}
