import type { Report } from './report'
import { holders } from './reports/holders'
import { importResult } from './reports/importResult'
import { risk } from './reports/risk'
import { skillMap } from './reports/skillMap'

export type { Need, NeededData, Sources } from './need'
export { type RenderOptions, renderReport } from './renderReport'
export { defineReport, type RenderedReport, type Report, type ReportDefinition, type ReportFrame, type UnwritableCharacter } from './report'

/** All reports. */
export const reports: readonly Report[] = [skillMap, holders, risk, importResult]
