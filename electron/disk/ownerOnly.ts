/** Modes of folders and files with personal data: nobody but the owner reads them. Windows has no such modes; there the folder's own rights hold. */
export const ownerOnly = { folder: 0o700, file: 0o600 } as const
