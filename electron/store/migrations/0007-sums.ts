/** The lines of an import are counted batch by batch, by whoever adds them: see `importLine.ts`. */
export const sql = `
DROP TRIGGER import_item_is_counted;
`
