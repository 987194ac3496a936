import { holders } from './holders'
import { importResult } from './importResult'
import { type RenderOptions, renderWith } from './renderReport'
import type { Report, ReportData } from './report'
import { skillMap } from './skillMap'

export type { RenderOptions } from './renderReport'
export type { RenderedReport, Report, ReportData, UnwritableCharacter } from './report'

/** All reports. */
export const reports: readonly Report[] = [skillMap, holders, importResult]

export const reportList = (): readonly Pick<Report, 'name' | 'formats'>[] => reports.map(({ name, formats }) => ({ name, formats }))

export const renderReport = (name: string, data: ReportData, options: RenderOptions) => renderWith(reports, name, data, options)
