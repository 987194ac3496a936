export function SkillMapScreen() {
  return null
}
