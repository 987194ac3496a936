export function UnmatchedScreen() {
  return null
}
