export { checkProofs } from './checkProofs'
