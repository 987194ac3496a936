/** The two channels between window and shell. Everything that is said on them is named by the contract. */
export const callChannel = 'tekizai:call'
export const eventChannel = 'tekizai:event'

/** Where the window is loaded from. */
export const windowOrigin = 'app://bundle'
