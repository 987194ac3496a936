/** The name of an import as a job that has an owner. */
export const importJobName = (importId: string): string => `import:${importId}`
