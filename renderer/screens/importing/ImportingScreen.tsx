export function ImportingScreen() {
  return null
}
