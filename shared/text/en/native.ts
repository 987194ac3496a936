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
  },
  save: {
    report: 'Save the report as',
    original: 'Save the original file as',
    courierList: 'Save the inquiry list as',
    courierScript: 'Save the inquiry script as',
  },
  fileTypes: { roster: 'Staff roster', register: 'Issuer register', skills: 'Skill mapping', all: 'All files' },
  start: {
    notOpened: 'Tekizai could not be opened.',
    engineEnded: 'The working part of the program stopped. Nothing that was imported is lost. Please open the program again.',
  },
}
