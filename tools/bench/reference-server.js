import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { ReadableError } from '../repository.js'

const patienceMs = 15_000

/**
 * Starts another server for comparison, on a database of its own in the same PostgreSQL: the same disk, the same
 * settings. The command is told its port and its database by `PORT`, `PGURL` and the `PG…` variables of libpq.
 * @param {string} command
 * @param {string} dataDirectory of the Parley whose PostgreSQL serves
 * @param {string[]} launcher
 */
export async function startReference(command, dataDirectory, launcher) {
  const postmaster = await readPostmaster(dataDirectory)
  await createDatabase(postmaster.socketDirectory)
  const port = await freePort()
  const [program, ...parameters] = [...launcher, '/bin/sh', '-c', `exec ${command}`]
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environmentOf(port, postmaster.socketDirectory) },
  })
  const stop = async () => {
    const closed = once(child, 'close')
    if (child.exitCode === null && child.kill('SIGTERM')) await closed
  }
  try {
    await waitForPort(port, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { address: `127.0.0.1:${port}`, pids: [child.pid, postmaster.pid], stop }
}

/** The first line of `postmaster.pid` is the process, the fifth the socket's directory. */
async function readPostmaster(dataDirectory) {
  const lines = (await readFile(path.join(dataDirectory, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  return { pid: Number(lines[0]), socketDirectory: lines[4].trim() }
}

async function createDatabase(socketDirectory) {
  const client = new pg.Client({ host: socketDirectory, user: 'parley', database: 'postgres' })
  await client.connect()
  try {
    await client.query('drop database if exists reference')
    await client.query('create database reference')
  } finally {
    await client.end()
  }
}

const environmentOf = (port, socketDirectory) => ({
  PORT: String(port),
  STORE: 'pg',
  SEND: 'coalesce',
  // Who and where is said by the variables below: not every driver reads a socket's directory out of a URL.
  PGURL: 'postgres:///reference',
  PGHOST: socketDirectory,
  PGUSER: 'parley',
  PGDATABASE: 'reference',
})

async function waitForPort(port, child) {
  for (const end = Date.now() + patienceMs; Date.now() < end && child.exitCode === null; await delay(50)) {
    if (await answers(port)) return
  }
  throw new ReadableError('the reference server did not start')
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
