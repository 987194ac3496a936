export function BadgeScreen() {
  return null
}
