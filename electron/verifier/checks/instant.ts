export { instantOf as readInstant } from '../../../shared/model/instant'
