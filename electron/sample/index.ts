export { makeSampleCity, type SampleOptions, smallestSample, usualSample } from './makeSampleCity'
