import type { Text } from '../ja'

export const native: Text['native'] = {
  windowTitle: 'Tekizai 適材',
  menu: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
  },
  choose: {
    badges: 'Choose badge files to import',
    folder: 'Choose a folder to import',
    roster: 'Choose a staff roster (CSV or XLSX)',
    register: 'Choose an issuer register file (JSON)',
    skills: 'Choose a skill mapping (CSV)',
    requirements: 'Choose a table of requirements (CSV or XLSX)',
  },
  save: {
    report: 'Save the report as',
    original: 'Save the original file as',
    courierList: 'Save the inquiry list as',
    courierScript: 'Save the inquiry script as',
    requirements: 'Save the table of requirements as',
  },
  fileTypes: { roster: 'Staff roster', register: 'Issuer register', skills: 'Skill mapping', requirements: 'Requirements', all: 'All files' },
  replace: { message: (path: string) => `${path} is already there. Replace it?`, buttons: ['Replace', 'Cancel'] },
  stopped: {
    message: 'The window stopped working.',
    detail: 'Nothing that was imported is lost. Reload the window to continue.',
    buttons: ['Reload the window', 'Quit Tekizai'],
  },
  slow: {
    message: 'The window is not responding.',
    detail: 'Nothing that was imported is lost. Wait a little, or reload the window.',
    buttons: ['Wait', 'Reload the window'],
  },
  start: {
    notOpened: 'Tekizai could not be opened.',
    refused: (word: string) =>
      `Tekizai does not start with “${word}”. To protect the data on this PC it takes only the options it knows. Remove it and start again.`,
    missing: (word: string) => `“${word}” has no value.`,
    engineEnded: 'The working part of the program stopped. Nothing that was imported is lost. Please open the program again.',
  },
}
