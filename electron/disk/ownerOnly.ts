/** Modes of folders and files with personal data: only the owner reads them. Windows has no such modes; there the rights of the folder apply. */
export const ownerOnly = { folder: 0o700, file: 0o600 } as const
