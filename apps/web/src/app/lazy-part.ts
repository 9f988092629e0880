import { lazy } from 'react'
import { fetchPart } from './fetch-part'

/** A part of the page that is fetched when it is first shown; without a connection its place waits for one. */
export const lazyPart: typeof lazy = (load) => lazy(() => fetchPart(load))
