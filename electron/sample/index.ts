export { makeSampleCity, type SampleOptions, usualSample } from './makeSampleCity'
