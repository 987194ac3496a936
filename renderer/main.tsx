import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, makeClient } from './app/App'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')

createRoot(root).render(
  <StrictMode>
    <App api={window.api} client={makeClient()} />
  </StrictMode>,
)
