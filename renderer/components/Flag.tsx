import './Flag.css'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** A short mark in a frame: 失効未確認, 期限 R9.3.31. */
export function Flag({ kind = 'plain', children }: { readonly kind?: 'plain' | 'warn' | 'stop'; readonly children: ReactNode }) {
  return <span className={classes('flag', kind !== 'plain' && kind)}>{children}</span>
}
