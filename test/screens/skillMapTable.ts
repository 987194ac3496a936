import type { CoverageTable } from '../../shared/contract/coverage'

const division = (code: string | null, name: string, path: string, parentCode: string | null, depth: number, people: number, children: number) => ({
  code,
  name,
  path,
  parentCode,
  depth,
  people,
  children,
})

/** 全体 ┬ 総務部 ┬ 総務課 ─ 人事係, └ 契約課 ┬ 福祉部 ─ 生活福祉課 └ 会計室 (a 課 right under the city); skills 実務 (法務, 契約), DX (GIS), 英語. */
export const table: CoverageTable = {
  scope: { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false },
  divisions: [
    division(null, '全体', '*', null, 0, 100, 3),
    division('01', '総務部', '総務部', null, 1, 40, 2),
    division('0101', '総務課', '総務部/総務課', '01', 2, 25, 1),
    division('010101', '人事係', '総務部/総務課/人事係', '0101', 3, 6, 0),
    division('0102', '契約課', '総務部/契約課', '01', 2, 15, 0),
    division('02', '福祉部', '福祉部', null, 1, 50, 1),
    division('0201', '生活福祉課', '福祉部/生活福祉課', '02', 2, 50, 0),
    division('03', '会計室', '会計室', null, 1, 10, 0),
  ],
  skills: [
    { path: '実務', name: '実務', depth: 0, branch: true },
    { path: '実務/法務', name: '法務', depth: 1, branch: false },
    { path: '実務/契約', name: '契約', depth: 1, branch: false },
    { path: 'DX', name: 'DX', depth: 0, branch: true },
    { path: 'DX/GIS', name: 'GIS', depth: 1, branch: false },
    { path: '英語', name: '英語', depth: 0, branch: false },
  ],
  holders: [
    [9, 5, 6, 1, 1, 0],
    [7, 4, 5, 1, 1, 0],
    [3, 2, 2, 1, 1, 0],
    [1, 1, 0, 0, 0, 0],
    [4, 2, 3, 0, 0, 0],
    [2, 1, 1, 0, 0, 0],
    [2, 1, 1, 0, 0, 0],
    [1, 0, 1, 0, 0, 0],
  ],
  apart: [
    [1, 1, 0, 0, 0, 0],
    [1, 1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [1, 1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
  ],
  left: { onLeave: 4, leavers: 0, unproven: 7, unregistered: 2, rejected: 1, expired: 3, revoked: 1, unmatched: 5, unmapped: 6 },
}
