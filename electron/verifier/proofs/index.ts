export { checkProofs } from './checkProofs'
export { proofSuites } from './suites/index'
