import { until } from '@parley/testkit'
import pg from 'pg'

/** Where a statement is held: a table, and the moment of its change. */
export interface GatePlace {
  readonly table: string
  readonly moment: 'before insert' | 'before insert or update' | 'before update' | 'before delete' | 'at commit'
  /** SQL over `new` (`old` where rows are deleted); left out, every row is held. */
  readonly when?: string
}

/** Holds what the server writes at one place of the database, so that it can be killed in the midst of it. */
export interface Gate extends AsyncDisposable {
  /** Resolves when a statement of the server stands at the gate. */
  holdsSomebody(): Promise<void>
  /** Lets it through, whether or not there is still a server to be told. */
  open(): Promise<void>
  /** Ends the connection of who stands there: what they began is undone. */
  turnBack(): Promise<void>
}

/** One number for all: an advisory lock belongs to its database, and each test has its own. */
const KEY = 4711
const held = `select pid from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted
  and database = (select oid from pg_database where datname = current_database())`

/** Builds the gate, closed. */
export async function closeGate(databaseUrl: string, place: GatePlace): Promise<Gate> {
  const keeper = new pg.Client({ connectionString: databaseUrl })
  await keeper.connect()
  await keeper.query(`select pg_advisory_lock(${KEY})`)
  await keeper.query(gateSql(place))
  const waiting = async () => (await keeper.query<{ pid: number }>(held)).rows.map(({ pid }) => pid)
  const removeGate = () => keeper.query(`drop trigger parley_test_gate on ${place.table}`)
  return {
    holdsSomebody: () => until(async () => (await waiting()).length > 0, 'somebody stands at the gate', 60_000),
    open: async () => {
      await keeper.query(`select pg_advisory_unlock(${KEY})`)
      await removeGate()
    },
    turnBack: async () => {
      for (const pid of await waiting()) await keeper.query('select pg_terminate_backend($1, 10000)', [pid])
      await removeGate()
    },
    [Symbol.asyncDispose]: () => keeper.end(),
  }
}

function gateSql({ table, moment, when = 'true' }: GatePlace): string {
  const trigger =
    moment === 'at commit'
      ? `create constraint trigger parley_test_gate after insert on ${table} deferrable initially deferred`
      : `create trigger parley_test_gate ${moment} on ${table}`
  return `
    create or replace function parley_test_gate() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_lock_shared(${KEY});
      perform pg_advisory_unlock_shared(${KEY});
      return coalesce(new, old);
    end $$;
    ${trigger} for each row when (${when}) execute function parley_test_gate();`
}
