export { type EventListener, listenToEvents } from './event-listener'
export { createServerProcess, type ServerProcess, type ServerProcessOptions } from './server-process'
export {
  startTestParley,
  TEST_PASSWORD,
  type TestParley,
  type TestParleyOptions,
  type TestPerson,
} from './start-test-parley'
export { createTestDatabase, type TestDatabase, withDatabase } from './test-database'
export { until } from './until'
