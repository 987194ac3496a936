import { type RenderOptions, renderWith } from './renderReport'
import type { Report, ReportData } from './report'
import { holders } from './reports/holders'
import { importResult } from './reports/importResult'
import { skillMap } from './reports/skillMap'

export type { RenderOptions } from './renderReport'
export type { RenderedReport, Report, ReportData, UnwritableCharacter } from './report'

/** All reports. */
export const reports: readonly Report[] = [skillMap, holders, importResult]

export const reportList = (): readonly Pick<Report, 'name' | 'formats'>[] => reports.map(({ name, formats }) => ({ name, formats }))

export const renderReport = (name: string, data: ReportData, options: RenderOptions) => renderWith(reports, name, data, options)
