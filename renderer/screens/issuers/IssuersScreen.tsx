export function IssuersScreen() {
  return null
}
