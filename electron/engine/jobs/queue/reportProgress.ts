import type { Engine, VerifyingProgress } from '../../handler'

/** Stores the progress of work on stored credentials for later calls, and notifies the window of it. */
export function reportProgress({ verifying, tell }: Engine, progress: VerifyingProgress): void {
  verifying.progress = progress
  tell('verify.progress', progress)
}
