export { isSameJson, steadyJson } from '../../parser/sameJson'
