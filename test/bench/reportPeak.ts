import { peakMegabytes } from './peak.ts'

// Loaded before the program: it ends with a line about its memory.
process.on('exit', () => process.stderr.write(`peak ${peakMegabytes()}`))
