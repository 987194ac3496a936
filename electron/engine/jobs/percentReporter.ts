/**
 * Reports progress at most once for each percent: more steps than that cannot be seen on a bar.
 *
 * @returns a function to be called with `done` of `total` and the report.
 */
export function percentReporter(): (done: number, total: number, report: () => Promise<void> | void) => Promise<void> {
  let reported = -1
  return async (done, total, report) => {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
    if (percent !== reported) await report()
    reported = percent
  }
}
