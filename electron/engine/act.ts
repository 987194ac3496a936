import type { Engine } from './handler'

/** Who does something, and when, for the audit log. There are no user accounts: the person at this PC acts. */
export const act = ({ now }: Pick<Engine, 'now'>): { readonly at: string; readonly actor: string } => ({ at: now().toISOString(), actor: 'local' })
