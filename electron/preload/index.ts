import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Api } from '../../shared/contract'
import { callChannel, eventChannel } from '../../shared/contract/channels'

/**
 * `window.api`: all the window can reach. Names are not checked here: the door in the main process
 * refuses what the contract does not name, and a check that can be passed by is no check.
 */
const api: Api = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: (name, listener) => {
    // The bridge's own event object stays on this side; the payload was parsed by the door before it was sent.
    const heard = (_event: unknown, told: unknown, payload: Parameters<typeof listener>[0]) => {
      if (told === name) listener(payload)
    }
    ipcRenderer.on(eventChannel, heard)
    return () => {
      ipcRenderer.removeListener(eventChannel, heard)
    }
  },
  pathsOf: async (files) => files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== ''),
}

contextBridge.exposeInMainWorld('api', api)
