import { skipToken, useQueries } from '@tanstack/react-query'
import type { Input, Output, WindowCall } from '../../shared/contract'
import type { Problem, Result } from '../../shared/model/problem'
import { useApi } from './api'

export interface Pages<Row> {
  /** How many rows there are in all; undefined until the first page came. */
  readonly total: number | undefined
  /** The row at a place; undefined until its page came. */
  readonly row: (index: number) => Row | undefined
  readonly problem: Problem | undefined
}

export interface PageAsk<Name extends WindowCall, Row> {
  readonly inputAt: (offset: number, limit: number) => Input<Name>
  readonly totalOf: (output: Output<Name>) => number
  readonly rowsOf: (output: Output<Name>) => readonly Row[]
}

/** Rows of one page. */
const size = 100

/** A list too long to be asked for at once: only the pages that hold `first` to `last` (and the first page, for the total) are fetched. */
export function usePages<Name extends WindowCall, Row>(
  name: Name,
  { inputAt, totalOf, rowsOf }: PageAsk<Name, Row>,
  first: number,
  last: number,
  when = true,
): Pages<Row> {
  const api = useApi()
  const wanted = [
    ...new Set([0, ...Array.from({ length: Math.floor(last / size) - Math.floor(first / size) + 1 }, (_, index) => Math.floor(first / size) + index)]),
  ]
  const answers = useQueries({
    queries: wanted.map((page) => {
      const input = inputAt(page * size, size)
      return {
        queryKey: [name, input],
        queryFn: when ? (): Promise<Result<Output<Name>>> => api.call(name, input) : skipToken,
        throwOnError: true,
      }
    }),
  })
  const pageOf = (page: number): Result<Output<Name>> | undefined => answers[wanted.indexOf(page)]?.data
  const beginning = pageOf(0)
  const failed = answers.map(({ data }) => data).find((result) => result?.ok === false)
  return {
    total: beginning?.ok === true ? totalOf(beginning.value) : undefined,
    row: (index) => {
      const page = pageOf(Math.floor(index / size))
      return page?.ok === true ? rowsOf(page.value)[index % size] : undefined
    },
    problem: failed?.ok === false ? failed.problem : undefined,
  }
}
