interface Item {
  readonly label?: string
  readonly role?: string
  readonly submenu?: readonly Item[]
}

/** There is no native menu here: it is kept so that a test can read it. */
export class Menu {
  static #current: Menu | null = null
  readonly items: readonly Item[]
  popup(): void {}
  constructor(items: readonly Item[]) {
    this.items = items
  }
  static buildFromTemplate = (items: readonly Item[]) => new Menu(items)
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#current = menu
  }
  static getApplicationMenu = () => Menu.#current
}
